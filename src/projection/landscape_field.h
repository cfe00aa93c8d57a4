#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/image.h>
#include <epochscope/model/linear_map.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace epochscope {

/// Leads of logits below this are none.
inline constexpr float least_gap = 0.15F;

/// The leading class at each pixel of a landscape, and its lead, 0..1. Row 0 is y = min.
struct LandscapeField {
    Size size;
    std::vector<std::int32_t> leader;
    std::vector<float> gap;
    /// Leads below this are none.
    float least_gap = epochscope::least_gap;

    /// Throws Error for an impossible size.
    explicit LandscapeField(Size size);

    [[nodiscard]] std::size_t width() const { return static_cast<std::size_t>(size.width); }
    [[nodiscard]] std::size_t height() const { return static_cast<std::size_t>(size.height); }
};

/// The greatest gap of all pixels.
float greatest_gap(const LandscapeField& field);

/// The field as a picture (see paint_by_planes); gaps are divided by `greatest`, to at most 1.
Image coloured(const LandscapeField& field, std::span<const Colour> colours, float greatest,
               int threads);

/// The field that paint_by_planes colours.
LandscapeField field_by_planes(std::span<const LogitPlane> planes, const Box& part, Size size,
                               int threads);

/// Makes logits of points: a row of so many classes for each.
struct LogitsAt {
    std::size_t classes;
    std::function<std::vector<float>(std::span<const Point> places)> logits;
};

/// The field that paint_by_map colours, whatever makes the logits.
LandscapeField field_by_logits(const LogitsAt& at, const Box& part, Size size, int threads);

}  // namespace epochscope
