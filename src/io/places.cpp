#include "io/places.h"

#include <epochscope/model/absent_values.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <sstream>
#include <string>
#include <utility>

namespace epochscope {

namespace {

/// The margin on each side of the bounding box, as a fraction of its size.
constexpr float margin = 0.05F;
/// The least share of the default frame that places fill.
constexpr double min_share = 1.0 / 16;

bool is_within(const Box& box, Point place) {
    return place.x >= box.min.x && place.x <= box.max.x && place.y >= box.min.y &&
           place.y <= box.max.y;
}

/// All finite places.
struct Extent {
    Box box{};
    std::size_t count = 0;
    std::size_t outside = 0;
};

Extent extent_of(const EpochSeries& series) {
    // With its margin, the box must not exceed what info.json may state.
    constexpr float farthest = 9e29F;
    Extent extent{{{farthest, farthest}, {-farthest, -farthest}}};
    for (std::size_t e = 0; e < series.epoch_count(); ++e) {
        for (const Point position : series.positions(e)) {
            if (!std::isfinite(position.x) || !std::isfinite(position.y)) continue;
            const Point place{std::clamp(position.x, -farthest, farthest),
                              std::clamp(position.y, -farthest, farthest)};
            Box& box = extent.box;
            box.min = {std::min(box.min.x, place.x), std::min(box.min.y, place.y)};
            box.max = {std::max(box.max.x, place.x), std::max(box.max.y, place.y)};
            ++extent.count;
            if (!is_within(default_frame, place)) ++extent.outside;
        }
        series.release(e);
    }
    return extent;
}

Box grown(Box box) {
    const auto grow = [](float& low, float& high) {
        const float by =
            high > low ? margin * (high - low) : std::max(1.0F, std::abs(high) * margin);
        low -= by;
        high += by;
    };
    grow(box.min.x, box.max.x);
    grow(box.min.y, box.max.y);
    return box;
}

double area_of(const Box& box) {
    return (double{box.max.x} - double{box.min.x}) * (double{box.max.y} - double{box.min.y});
}

std::string words_of(const Box& box) {
    std::ostringstream text;
    text << '(' << box.min.x << ", " << box.min.y << ") to (" << box.max.x << ", " << box.max.y
         << ')';
    return text.str();
}

}  // namespace

std::optional<Box> box_around(const EpochSeries& series) {
    const Extent extent = extent_of(series);
    if (extent.count == 0) return std::nullopt;
    return grown(extent.box);
}

EpochSeries with_fitting_frame(const EpochSeries& series, bool has_backgrounds,
                               std::vector<std::string>& warnings) {
    const Extent extent = extent_of(series);
    if (extent.count == 0) return series;
    const bool is_small = area_of(extent.box) < min_share * area_of(default_frame);
    if (extent.outside == 0 && (has_backgrounds || !is_small)) return series;
    std::ostringstream text;
    text << "info.json: names no frame; ";
    if (has_backgrounds) {
        text << extent.outside << " of " << extent.count << " places are outside of "
             << words_of(default_frame) << ", which the backgrounds cover";
        warnings.push_back(text.str());
        return series;
    }
    const Box frame = grown(extent.box);
    text << words_of(frame) << ", the box around all places, is shown instead of "
         << words_of(default_frame);
    warnings.push_back(text.str());
    return series.with_frame(frame);
}

void warn_of_absent(const EpochSeries& series, std::vector<std::string>& warnings) {
    for (std::string& sentence : absent_values(series).sentences())
        warnings.push_back(std::move(sentence));
}

}  // namespace epochscope
