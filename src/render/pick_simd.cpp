#include "render/pick_kernels.h"

#include <algorithm>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "render/pick_simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace epochscope::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

constexpr hn::ScalableTag<double> doubles;
constexpr hn::Rebind<float, decltype(doubles)> floats;
using Doubles = hn::Vec<decltype(doubles)>;
using Floats = hn::Vec<decltype(floats)>;

constexpr std::size_t lanes = hn::MaxLanes(doubles);

/// One coordinate of a Probe.
struct Axis {
    Floats rest;
    Floats t;
    Doubles scale;
    Doubles offset;
    Doubles at;
};

inline Axis axis_of(float t, double scale, double offset, float at) {
    return {hn::Set(floats, 1 - t), hn::Set(floats, t), hn::Set(doubles, scale),
            hn::Set(doubles, offset), hn::Set(doubles, static_cast<double>(at))};
}

/// As squared_distance has it.
inline Doubles square_along(const Axis& axis, Floats from, Floats to) {
    const Floats now = from * axis.rest + to * axis.t;
    const Doubles pixel = axis.scale * hn::PromoteTo(doubles, now) + axis.offset;
    const Doubles d = hn::PromoteTo(doubles, hn::DemoteTo(floats, pixel)) - axis.at;
    return d * d;
}

double min_distance(const Probe& probe, const Point* from, const Point* to, std::size_t count) {
    const Mapping& m = probe.mapping;
    const Axis x_axis = axis_of(probe.t, m.scale_x, m.offset_x, probe.at.x);
    const Axis y_axis = axis_of(probe.t, m.scale_y, m.offset_y, probe.at.y);
    Doubles min = hn::Set(doubles, nowhere);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        Floats from_x;
        Floats from_y;
        Floats to_x;
        Floats to_y;
        hn::LoadInterleaved2(floats, &from[i].x, from_x, from_y);
        hn::LoadInterleaved2(floats, &to[i].x, to_x, to_y);
        const Doubles distance =
            square_along(x_axis, from_x, to_x) + square_along(y_axis, from_y, to_y);
        min = hn::Min(distance, min);
    }
    double result = hn::GetLane(hn::MinOfLanes(doubles, min));
    for (; i < count; ++i) result = std::min(result, squared_distance(probe, from[i], to[i]));
    return result;
}

}  // namespace
}  // namespace epochscope::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace epochscope {

HWY_EXPORT(min_distance);

double min_distance(const Probe& probe, const Point* from, const Point* to, std::size_t count) {
    return HWY_DYNAMIC_DISPATCH(min_distance)(probe, from, to, count);
}

}  // namespace epochscope
#endif
