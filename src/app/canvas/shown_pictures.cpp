#include "app/canvas/shown_pictures.h"

#include "app/session/thumbnail_cache.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <optional>
#include <utility>

namespace epochscope::app {
namespace {

/// Pictures that come one after the other are shown together.
constexpr std::chrono::milliseconds together(40);
/// The largest pictures on a HiDPI canvas.
constexpr int largest_side = 128;

/// Null for a null picture.
std::shared_ptr<const Image> to_image(const QImage& picture) {
    if (picture.isNull()) return nullptr;
    const bool is_small = picture.width() <= largest_side && picture.height() <= largest_side;
    const QImage small = (is_small ? picture
                                   : picture.scaled(largest_side, largest_side, Qt::KeepAspectRatio,
                                                    Qt::SmoothTransformation))
                             .convertToFormat(QImage::Format_RGBA8888);
    Image image({small.width(), small.height()});
    const auto row = static_cast<std::size_t>(small.width()) * 4;
    for (int y = 0; y < small.height(); ++y)
        std::memcpy(image.rgba.data() + static_cast<std::size_t>(y) * row, small.constScanLine(y),
                    row);
    return std::make_shared<const Image>(std::move(image));
}

}  // namespace

ShownPictures::ShownPictures(ThumbnailCache& cache, std::function<void()> changed)
    : cache_(cache), changed_(std::move(changed)) {
    soon_.setSingleShot(true);
    soon_.setInterval(together);
    connect(&soon_, &QTimer::timeout, this, &ShownPictures::gather);
    connect(&cache, &ThumbnailCache::ready, this, [this](std::size_t sample) {
        if (missing_.contains(sample) && !soon_.isActive()) soon_.start();
    });
}

void ShownPictures::show(const Frame& frame) {
    std::vector<std::size_t> wanted(frame.pictures.size());
    std::ranges::transform(frame.pictures, wanted.begin(), &SamplePicture::sample);
    if (wanted == wanted_) return;
    wanted_ = std::move(wanted);
    gather();
}

void ShownPictures::forget() {
    wanted_.clear();
    missing_.clear();
    known_ = nullptr;
    soon_.stop();
}

void ShownPictures::gather() {
    auto known = std::make_shared<Thumbnails>();
    bool has_more = false;
    missing_.clear();
    // The first ones are requested last, and so decoded first.
    for (auto at = wanted_.rbegin(); at != wanted_.rend(); ++at) {
        const std::size_t sample = *at;
        if (known_) {
            if (const auto held = known_->find(sample); held != known_->end()) {
                known->insert(*held);
                continue;
            }
        }
        const std::optional<QImage> picture = cache_.picture(sample);
        if (picture && picture->isNull()) {
            missing_.insert(sample);
            continue;
        }
        // Without a picture, it is not requested again.
        known->emplace(sample, picture ? to_image(*picture) : nullptr);
        has_more = has_more || picture;
    }
    known_ = known->empty() ? nullptr : std::move(known);
    if (has_more) changed_();
}

}  // namespace epochscope::app
