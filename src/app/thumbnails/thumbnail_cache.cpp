#include "app/thumbnails/thumbnail_cache.h"

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

namespace epochscope::app {
namespace {

/// More wishes than that at once nobody looks at any more.
constexpr std::size_t most_wishes = 128;
/// A folder full of broken pictures need not be told of picture by picture.
constexpr int most_failures_told = 3;

/// The picture as Qt has it, no larger than anybody shows it.
QImage small_image(const Image& image) {
    const QImage whole(image.rgba.data(), image.size.width, image.size.height, 4 * image.size.width,
                       QImage::Format_RGBA8888);
    constexpr int side = ThumbnailCache::largest_side;
    if (whole.width() <= side && whole.height() <= side) return whole.copy();
    return whole.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

}  // namespace

/// What both threads share, under one mutex that is never held while reading.
struct ThumbnailCache::Worker {
    struct Entry {
        /// Null where there is no picture.
        QImage picture;
        std::uint64_t used = 0;
    };

    ThumbnailCache& owner;
    const std::size_t budget;
    std::mutex mutex;
    std::condition_variable_any wished;
    std::shared_ptr<const ThumbnailSource> source;
    /// Counts the sources, so that what was begun for an older one is dropped.
    std::uint64_t generation = 0;
    /// The latest wish first.
    std::deque<std::size_t> wishes;
    std::optional<std::size_t> under_way;
    std::map<std::size_t, Entry> held;
    std::size_t bytes = 0;
    std::uint64_t uses = 0;
    int failures = 0;
    // Last, so that it ends before what it uses.
    std::jthread thread;

    Worker(ThumbnailCache& cache, std::size_t most_bytes)
        : owner(cache), budget(most_bytes), thread([this](const std::stop_token& s) { run(s); }) {}

    void run(const std::stop_token& stop);
    void read(std::unique_lock<std::mutex>& lock, std::size_t sample);
    void keep(std::size_t sample, QImage picture);
    template <typename Telling>
    void tell(Telling telling);
};

/// Calls `telling` on the GUI thread, unless the source has changed by then.
template <typename Telling>
void ThumbnailCache::Worker::tell(Telling telling) {
    QMetaObject::invokeMethod(
        &owner,
        [this, telling = std::move(telling), told = generation] {
            {
                const std::scoped_lock lock(mutex);
                if (told != generation) return;
            }
            telling();
        },
        Qt::QueuedConnection);
}

void ThumbnailCache::Worker::run(const std::stop_token& stop) {
    std::unique_lock lock(mutex);
    while (wished.wait(lock, stop, [this] { return !wishes.empty(); })) {
        if (stop.stop_requested()) return;
        const std::size_t sample = wishes.front();
        wishes.pop_front();
        read(lock, sample);
    }
}

void ThumbnailCache::Worker::read(std::unique_lock<std::mutex>& lock, std::size_t sample) {
    const auto from = source;
    const std::uint64_t begun = generation;
    under_way = sample;
    lock.unlock();
    QImage picture;
    QString problem;
    try {
        if (from->has(sample)) picture = small_image(from->load(sample));
    } catch (const std::bad_alloc&) {
        problem = tr("There is not enough memory for the picture of sample %1.").arg(sample);
    } catch (const std::exception& error) {
        problem = QString::fromUtf8(error.what());
    }
    lock.lock();
    if (begun != generation) return;
    under_way.reset();
    keep(sample, std::move(picture));
    if (!problem.isEmpty() && failures++ < most_failures_told)
        tell([this, problem] { emit owner.failed(problem); });
    tell([this, sample] { emit owner.ready(sample); });
}

/// Drops what was not used for longest until the budget holds, but not what just came.
void ThumbnailCache::Worker::keep(std::size_t sample, QImage picture) {
    constexpr std::size_t bookkeeping = 64;
    const auto size_of = [](const QImage& image) {
        return bookkeeping + static_cast<std::size_t>(image.sizeInBytes());
    };
    bytes += size_of(picture);
    held[sample] = {std::move(picture), ++uses};
    while (bytes > budget && held.size() > 1) {
        const auto oldest = std::min_element(
            held.begin(), held.end(),
            [](const auto& a, const auto& b) { return a.second.used < b.second.used; });
        bytes -= size_of(oldest->second.picture);
        held.erase(oldest);
    }
}

ThumbnailCache::ThumbnailCache(std::size_t budget, QObject* parent)
    : QObject(parent), worker_(std::make_unique<Worker>(*this, budget)) {}

ThumbnailCache::~ThumbnailCache() = default;

void ThumbnailCache::set_source(std::shared_ptr<const ThumbnailSource> source) {
    // What the old source held goes away after the lock is free.
    std::map<std::size_t, Worker::Entry> old;
    const std::scoped_lock lock(worker_->mutex);
    ++worker_->generation;
    std::swap(worker_->source, source);
    worker_->wishes.clear();
    worker_->under_way.reset();
    worker_->held.swap(old);
    worker_->bytes = 0;
    worker_->failures = 0;
}

bool ThumbnailCache::has_source() const {
    const std::scoped_lock lock(worker_->mutex);
    return worker_->source != nullptr;
}

std::optional<QImage> ThumbnailCache::picture(std::size_t sample) {
    const std::scoped_lock lock(worker_->mutex);
    if (!worker_->source) return std::nullopt;
    if (const auto found = worker_->held.find(sample); found != worker_->held.end()) {
        found->second.used = ++worker_->uses;
        if (found->second.picture.isNull()) return std::nullopt;
        return found->second.picture;
    }
    if (worker_->under_way == sample) return QImage();
    auto& wishes = worker_->wishes;
    std::erase(wishes, sample);
    wishes.push_front(sample);
    if (wishes.size() > most_wishes) wishes.pop_back();
    worker_->wished.notify_one();
    return QImage();
}

}  // namespace epochscope::app
