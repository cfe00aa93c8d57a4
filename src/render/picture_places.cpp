#include "render/picture_places.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace epochscope {

namespace {

/// With more visible samples than this, discs show more.
constexpr std::size_t max_visible = 300;
// Logical pixels.
constexpr std::array<float, 4> sides{64, 48, 32, 24};
constexpr float border_width = 2;
/// Between two pictures, with room for the rim of selected samples.
constexpr float gap = 6;
/// The maximum fraction of the canvas under pictures.
constexpr float max_cover = 0.35F;

struct Visible {
    std::size_t sample;
    Pixel at;
};

/// The samples on the canvas; empty if there are more than max_visible.
std::vector<Visible> visible_samples(const Scene& scene) {
    std::vector<Visible> visible;
    const auto width = static_cast<float>(scene.size().width);
    const auto height = static_cast<float>(scene.size().height);
    for (std::size_t i = 0; i < scene.series().sample_count(); ++i) {
        const Pixel at = scene.pixel_of(i);
        const bool is_on_canvas = at.x >= 0 && at.x <= width && at.y >= 0 && at.y <= height;
        if (!is_on_canvas || !scene.is_shown(i)) continue;
        if (visible.size() == max_visible) return {};
        visible.push_back({i, at});
    }
    return visible;
}

/// The largest side with which all visible samples would cover no more than max_cover.
float side_for(const Scene& scene, std::size_t count) {
    const auto area =
        static_cast<float>(scene.size().width) * static_cast<float>(scene.size().height);
    for (const float side : sides) {
        const float pixels = scene.px(side);
        if (static_cast<float>(count) * pixels * pixels <= max_cover * area) return pixels;
    }
    return scene.px(sides.back());
}

}  // namespace

void add_pictures(const Scene& scene, Frame& frame) {
    if (!scene.style().thumbnails) return;
    std::vector<Visible> visible = visible_samples(scene);
    const auto picked = scene.picked();
    const auto rank = [&](const Visible& v) {
        if (std::ranges::find(scene.selection(), v.sample) != scene.selection().end()) return 0;
        return picked && picked->contains(v.sample) ? 1 : 2;
    };
    std::ranges::stable_sort(visible, {}, rank);
    const float side = side_for(scene, visible.size());
    const float pitch = side + scene.px(2 * border_width + gap);
    const auto meets = [pitch](Pixel a, Pixel b) {
        return std::abs(a.x - b.x) < pitch && std::abs(a.y - b.y) < pitch;
    };
    for (const Visible& v : visible) {
        const auto is_taken = [&](const SamplePicture& other) { return meets(other.centre, v.at); };
        if (std::ranges::any_of(frame.pictures, is_taken)) continue;
        SamplePicture picture;
        picture.sample = v.sample;
        picture.centre = v.at;
        picture.side = side;
        picture.border = scene.colour_of(v.sample);
        picture.border_width = scene.px(border_width);
        frame.pictures.push_back(picture);
    }
}

PicturesBySample::PicturesBySample(Frame& frame) : frame_(frame) {
    for (std::size_t k = 0; k < frame.pictures.size(); ++k)
        index_.emplace(frame.pictures[k].sample, k);
}

SamplePicture* PicturesBySample::find(std::size_t sample) const {
    const auto found = index_.find(sample);
    return found == index_.end() ? nullptr : &frame_.pictures[found->second];
}

void PicturesBySample::add_marker(std::size_t sample, const Marker& marker) const {
    if (SamplePicture* picture = find(sample))
        picture->stand_ins.push_back(marker);
    else
        frame_.markers.push_back(marker);
}

}  // namespace epochscope
