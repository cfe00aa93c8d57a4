#include "app/background_cache.h"

#include <epochscope/model/playhead.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

namespace epochscope::app {
namespace {

/// How many pictures ahead of the playhead are decoded before they are asked for.
constexpr std::size_t most_ahead = 8;

}  // namespace

/// What both threads share, under one mutex that is never held while decoding.
struct BackgroundCache::Worker {
    struct Entry {
        std::shared_ptr<const Image> picture;
        std::uint64_t used = 0;
    };

    BackgroundCache& owner;
    const std::size_t budget;
    std::mutex mutex;
    std::condition_variable_any wished;
    std::shared_ptr<const BackgroundSource> source;
    /// Whether the source was asked which way up it is, and the answer was told.
    bool asked = false;
    bool told_orientation = false;
    /// Pictures, and how many from an epoch to the next.
    std::size_t epoch_count = 0;
    std::size_t steps = 1;
    /// Counts the sources, so that what was begun for an older one is dropped.
    std::uint64_t generation = 0;
    std::deque<std::size_t> wish;
    /// What the thread decodes of this source now: not to be wished for again.
    std::optional<std::size_t> under_way;
    std::map<std::size_t, Entry> held;
    std::set<std::size_t> broken;
    std::array<std::size_t, 2> in_use{};
    std::size_t bytes = 0;
    std::size_t largest = 0;
    std::uint64_t uses = 0;
    double last_playhead = 0;
    bool moves_back = false;
    // Last, so that it ends before what it uses.
    std::jthread thread;

    Worker(BackgroundCache& cache, std::size_t most_bytes)
        : owner(cache), budget(most_bytes), thread([this](const std::stop_token& s) { run(s); }) {}

    void run(const std::stop_token& stop);
    void ask_orientation(std::unique_lock<std::mutex>& lock);
    void decode(std::unique_lock<std::mutex>& lock, std::size_t epoch);
    void keep(std::size_t epoch, std::shared_ptr<const Image> picture);
    void evict();
    std::shared_ptr<const Image> take(std::size_t epoch);
    void wish_for(std::size_t epoch);
    void wish_ahead(const Moment& moment);
    template <typename Telling>
    void tell(Telling telling);

    [[nodiscard]] bool is_in_use(std::size_t epoch) const {
        return epoch == in_use[0] || epoch == in_use[1];
    }
};

/// Calls `telling` on the GUI thread, unless the source has changed by then.
template <typename Telling>
void BackgroundCache::Worker::tell(Telling telling) {
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

void BackgroundCache::Worker::run(const std::stop_token& stop) {
    std::unique_lock lock(mutex);
    while (wished.wait(lock, stop, [this] { return !wish.empty(); })) {
        if (stop.stop_requested()) return;
        if (!asked) {
            // Wishes may be others by then.
            ask_orientation(lock);
            continue;
        }
        const std::size_t epoch = wish.front();
        wish.pop_front();
        decode(lock, epoch);
    }
}

void BackgroundCache::Worker::ask_orientation(std::unique_lock<std::mutex>& lock) {
    const auto from = source;
    const std::uint64_t begun = generation;
    lock.unlock();
    const Orientation found = from->orientation();
    lock.lock();
    if (begun != generation) return;
    asked = true;
    tell([this, found] {
        {
            const std::scoped_lock relock(mutex);
            told_orientation = true;
        }
        if (found.origin) emit owner.oriented(*found.origin);
        if (!found.problem.empty()) emit owner.failed(QString::fromStdString(found.problem));
    });
}

void BackgroundCache::Worker::decode(std::unique_lock<std::mutex>& lock, std::size_t epoch) {
    const auto from = source;
    const std::uint64_t begun = generation;
    under_way = epoch;
    lock.unlock();
    std::shared_ptr<const Image> picture;
    QString problem;
    try {
        picture = std::make_shared<const Image>(from->load(epoch));
    } catch (const std::exception& error) {
        problem = QString::fromUtf8(error.what());
    }
    lock.lock();
    if (begun != generation) return;
    under_way.reset();
    if (picture) {
        keep(epoch, std::move(picture));
        if (is_in_use(epoch)) tell([this] { emit owner.decoded(); });
    } else {
        broken.insert(epoch);
        tell([this, problem] { emit owner.failed(problem); });
    }
}

void BackgroundCache::Worker::keep(std::size_t epoch, std::shared_ptr<const Image> picture) {
    const std::size_t size = picture->rgba.size();
    if (!held.insert({epoch, {std::move(picture), ++uses}}).second) return;
    bytes += size;
    largest = std::max(largest, size);
    evict();
}

/// Drops what was not used for longest until the budget holds, but never what is on the screen.
void BackgroundCache::Worker::evict() {
    while (bytes > budget) {
        auto oldest = held.end();
        for (auto entry = held.begin(); entry != held.end(); ++entry) {
            if (is_in_use(entry->first)) continue;
            if (oldest == held.end() || entry->second.used < oldest->second.used) oldest = entry;
        }
        if (oldest == held.end()) return;
        bytes -= oldest->second.picture->rgba.size();
        held.erase(oldest);
    }
}

std::shared_ptr<const Image> BackgroundCache::Worker::take(std::size_t epoch) {
    const auto found = held.find(epoch);
    if (found == held.end()) {
        wish_for(epoch);
        return nullptr;
    }
    found->second.used = ++uses;
    return found->second.picture;
}

void BackgroundCache::Worker::wish_for(std::size_t epoch) {
    if (held.contains(epoch) || broken.contains(epoch) || under_way == epoch) return;
    if (!source->has(epoch)) return;
    if (std::find(wish.begin(), wish.end(), epoch) == wish.end()) wish.push_back(epoch);
}

/// Only as far ahead as the budget holds besides the two in use, or it would drop what it just got.
void BackgroundCache::Worker::wish_ahead(const Moment& moment) {
    if (largest == 0) return;
    const std::size_t room = budget / largest;
    const std::size_t ahead = room > 2 ? std::min(room - 2, most_ahead) : 0;
    for (std::size_t i = 1; i <= ahead; ++i) {
        if (moves_back ? moment.from < i : moment.to + i >= epoch_count) return;
        wish_for(moves_back ? moment.from - i : moment.to + i);
    }
}

BackgroundCache::BackgroundCache(std::size_t budget, QObject* parent)
    : QObject(parent), worker_(std::make_unique<Worker>(*this, budget)) {}

BackgroundCache::~BackgroundCache() = default;

void BackgroundCache::set_source(std::shared_ptr<const BackgroundSource> source,
                                 std::size_t epoch_count, std::size_t steps) {
    // What the old source held goes away after the lock is free.
    std::map<std::size_t, Worker::Entry> old;
    const std::scoped_lock lock(worker_->mutex);
    ++worker_->generation;
    std::swap(worker_->source, source);
    worker_->asked = worker_->told_orientation = false;
    worker_->steps = steps;
    worker_->epoch_count = epoch_count == 0 ? 0 : (epoch_count - 1) * steps + 1;
    worker_->wish.clear();
    worker_->under_way.reset();
    worker_->held.swap(old);
    worker_->broken.clear();
    worker_->bytes = 0;
    worker_->largest = 0;
    worker_->last_playhead = 0;
    worker_->moves_back = false;
}

BackgroundPair BackgroundCache::around(double playhead) {
    const std::scoped_lock lock(worker_->mutex);
    if (!worker_->source || worker_->epoch_count == 0) return {};
    playhead *= static_cast<double>(worker_->steps);
    const Moment moment = moment_at(playhead, worker_->epoch_count);
    if (playhead != worker_->last_playhead) worker_->moves_back = playhead < worker_->last_playhead;
    worker_->last_playhead = playhead;
    worker_->in_use = {moment.from, moment.to};
    worker_->wish.clear();
    BackgroundPair pair;
    pair.from = worker_->take(moment.from);
    pair.to = worker_->take(moment.to);
    if (worker_->steps > 1) pair.t = moment.t;
    worker_->wish_ahead(moment);
    if (!worker_->wish.empty()) worker_->wished.notify_one();
    if (!worker_->told_orientation) return {};
    return pair;
}

std::size_t BackgroundCache::bytes() const {
    const std::scoped_lock lock(worker_->mutex);
    return worker_->bytes;
}

}  // namespace epochscope::app
