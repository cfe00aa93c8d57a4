#include "app/session/thumbnail_cache.h"

#include <utility>

namespace epochscope::app {
namespace {

/// Older requests are for pictures that have left the screen.
constexpr std::size_t max_requests = 512;
/// A folder full of broken pictures needs no message for each.
constexpr int max_failures_told = 3;

/// A sample without a picture takes memory too.
std::size_t size_of(const QImage& picture) {
    constexpr std::size_t bookkeeping = 64;
    return bookkeeping + static_cast<std::size_t>(picture.sizeInBytes());
}

/// As a QImage, no larger than it is shown.
QImage small_image(const Image& image) {
    const QImage whole(image.rgba.data(), image.size.width, image.size.height, 4 * image.size.width,
                       QImage::Format_RGBA8888);
    constexpr int side = ThumbnailCache::largest_side;
    if (whole.width() <= side && whole.height() <= side) return whole.copy();
    return whole.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

}  // namespace

ThumbnailCache::ThumbnailCache(std::size_t budget, QObject* parent)
    : QObject(parent), cache_(budget, size_of, [this](std::size_t sample, const QString& problem) {
          std::erase(requested_, sample);
          if (!problem.isEmpty() && failures_++ < max_failures_told) emit failed(problem);
          emit ready(sample);
      }) {}

void ThumbnailCache::set_source(std::shared_ptr<const ThumbnailSource> source) {
    has_source_ = source != nullptr;
    failures_ = 0;
    requested_.clear();
    if (!source) return cache_.set_source(nullptr);
    cache_.set_source([source = std::move(source)](std::size_t sample) {
        return source->has(sample) ? small_image(source->load(sample)) : QImage();
    });
}

std::optional<QImage> ThumbnailCache::picture(std::size_t sample) {
    if (!has_source_) return std::nullopt;
    // One that is held is not requested again, though its `decoded` may be still to come.
    std::erase(requested_, sample);
    if (auto held = cache_.find(sample)) return held->isNull() ? std::nullopt : std::move(held);
    requested_.insert(requested_.begin(), sample);
    if (requested_.size() > max_requests) requested_.pop_back();
    cache_.request(requested_, {sample});
    return QImage();
}

}  // namespace epochscope::app
