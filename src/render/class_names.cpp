#include "render/class_names.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numeric>
#include <vector>

namespace epochscope {

namespace {

constexpr float name_height = 14;
/// The fraction of ink in a class name's colour, for legibility of light colours.
constexpr float name_ink = 0.5F;
constexpr std::size_t max_samples = 4096;
/// The distance of the name of a lone sample from its centre, in heights of the name.
constexpr float beside = 1.1F;

/// Some samples of a class: one of each `stride`.
struct Places {
    /// How many samples the class has.
    std::size_t samples = 0;
    std::size_t stride = 0;
    std::size_t to_skip = 0;
    std::vector<float> x;
    std::vector<float> y;

    void add(Pixel p) {
        if (!std::isfinite(p.x) || !std::isfinite(p.y)) return;
        to_skip = stride;
        x.push_back(p.x);
        y.push_back(p.y);
    }
};

/// The median.
float median(std::vector<float>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

std::vector<Places> places_of(const Scene& scene) {
    std::vector<Places> classes(scene.series().class_count());
    const std::span<const std::int32_t> labels = scene.series().labels();
    for (const std::int32_t label : labels) ++classes[static_cast<std::size_t>(label)].samples;
    for (Places& places : classes) places.stride = (places.samples + max_samples - 1) / max_samples;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        Places& places = classes[static_cast<std::size_t>(labels[i])];
        if (places.to_skip > 1) {
            --places.to_skip;
        } else if (scene.is_shown(i)) {
            places.add(scene.pixel_of(i));
        }
    }
    return classes;
}

/// Above or below a lone sample, which it would cover.
Pixel place_of_name(Places& places, float height) {
    Pixel place{median(places.x), median(places.y)};
    if (places.samples == 1) place.y += (place.y < 2 * height ? beside : -beside) * height;
    return place;
}

/// The indices of the classes, largest first: of names that would overlap, the first is painted.
std::vector<std::size_t> by_size(const std::vector<Places>& classes) {
    std::vector<std::size_t> order(classes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater(),
                             [&](std::size_t c) { return classes[c].samples; });
    return order;
}

}  // namespace

void add_class_names(const Scene& scene, Frame& frame) {
    std::vector<Places> classes = places_of(scene);
    for (const std::size_t c : by_size(classes)) {
        if (classes[c].x.empty()) continue;
        frame.texts.push_back(
            {scene.series().classes().names[c], place_of_name(classes[c], scene.px(name_height)),
             TextRole::class_name, blended(scene.colours()[c], scene.style().ink, name_ink),
             scene.px(name_height)});
    }
}

}  // namespace epochscope
