#include "opening/shared_backgrounds.h"

#include <cstdint>
#include <utility>

namespace epochscope {

namespace {

Parcel parcel_of(const Image& picture) {
    Parcel parcel;
    parcel.put_one(picture.size);
    parcel.put(picture.rgba);
    return parcel;
}

Image picture_from(Parcel& parcel) {
    Image picture;
    picture.size = parcel.take_one<Size>();
    picture.rgba = parcel.take<std::uint8_t>();
    return picture;
}

}  // namespace

SharedBackgrounds::SharedBackgrounds(std::shared_ptr<const BackgroundSource> painted,
                                     std::size_t epochs, Team team)
    : painted_(std::move(painted)), team_(std::move(team)) {
    for (std::size_t e = 0; e < epochs; ++e)
        if (painted_->has(e)) epochs_.push_back(e);
}

Image SharedBackgrounds::load(std::size_t epoch) const {
    const std::scoped_lock lock(mutex_);
    while (!waiting_.contains(epoch) && !is_done()) paint_round();
    const auto found = waiting_.extract(epoch);
    return found.empty() ? painted_->load(epoch) : std::move(found.mapped());
}

void SharedBackgrounds::paint_along() const {
    while (!is_done()) paint_round();
}

void SharedBackgrounds::paint_round() const {
    waiting_.clear();
    const std::size_t own = next_ + team_.rank();
    std::vector<Parcel> painted =
        team_.gather(own < epochs_.size() ? parcel_of(painted_->load(epochs_[own])) : Parcel());
    for (std::size_t r = 0; r < painted.size() && next_ + r < epochs_.size(); ++r)
        waiting_.emplace(epochs_[next_ + r], picture_from(painted[r]));
    next_ += team_.size();
}

}  // namespace epochscope
