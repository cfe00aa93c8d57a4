#include "projection/force_kernels.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "projection/force_simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace epochscope::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

template <typename Real>
void push(const Real* x, const Real* y, const Bodies<Real>& bodies, const Pushed<Real>& sums) {
    constexpr hn::CappedTag<Real, force_lanes> reals;
    using Vector = hn::Vec<decltype(reals)>;
    constexpr std::size_t width = hn::MaxLanes(reals);
    /// Vectors that are worked on side by side.
    constexpr std::size_t abreast = width == force_lanes ? 1 : 2;
    const Vector one = hn::Set(reals, 1);
    for (std::size_t first = 0; first < force_lanes; first += abreast * width) {
        Vector own_x[abreast];
        Vector own_y[abreast];
        Vector sum_x[abreast];
        Vector sum_y[abreast];
        Vector sum_w[abreast];
        for (std::size_t v = 0; v < abreast; ++v) {
            own_x[v] = hn::LoadU(reals, x + first + v * width);
            own_y[v] = hn::LoadU(reals, y + first + v * width);
            sum_x[v] = sum_y[v] = sum_w[v] = hn::Zero(reals);
        }
        for (std::size_t b = 0; b < bodies.count; ++b)
            for (std::size_t v = 0; v < abreast; ++v) {
                const Vector dx = own_x[v] - hn::Set(reals, bodies.x[b]);
                const Vector dy = own_y[v] - hn::Set(reals, bodies.y[b]);
                const Vector w = one / (one + (dx * dx + dy * dy));
                const Vector mass_w = w * hn::Set(reals, bodies.mass[b]);
                const Vector force = mass_w * w;
                sum_w[v] = sum_w[v] + mass_w;
                sum_x[v] = sum_x[v] + force * dx;
                sum_y[v] = sum_y[v] + force * dy;
            }
        for (std::size_t v = 0; v < abreast; ++v) {
            hn::StoreU(sum_x[v], reals, sums.x + first + v * width);
            hn::StoreU(sum_y[v], reals, sums.y + first + v * width);
            hn::StoreU(sum_w[v], reals, sums.weights + first + v * width);
        }
    }
}

template <typename Real>
void pull(Real own_x, Real own_y, const Real* x, const Real* y, const Pulling<Real>& pulling,
          Real* sum) {
    constexpr hn::CappedTag<Real, force_lanes> reals;
    using Vector = hn::Vec<decltype(reals)>;
    constexpr std::size_t width = hn::MaxLanes(reals);
    constexpr std::size_t vectors = force_lanes / width;
    const Vector one = hn::Set(reals, 1);
    // First the neighbours' places, in the end the sums.
    HWY_ALIGN Real lanes_x[force_lanes];
    HWY_ALIGN Real lanes_y[force_lanes];
    Vector sum_x[vectors];
    Vector sum_y[vectors];
    for (std::size_t v = 0; v < vectors; ++v) sum_x[v] = sum_y[v] = hn::Zero(reals);
    for (std::size_t n = 0; n < pulling.count; n += force_lanes) {
        // Gathered one by one: gather instructions are no faster.
        for (std::size_t lane = 0; lane < force_lanes; ++lane) {
            const auto neighbour = static_cast<std::size_t>(pulling.neighbours[n + lane]);
            lanes_x[lane] = x[neighbour];
            lanes_y[lane] = y[neighbour];
        }
        for (std::size_t v = 0; v < vectors; ++v) {
            const Vector dx = hn::Set(reals, own_x) - hn::Load(reals, lanes_x + v * width);
            const Vector dy = hn::Set(reals, own_y) - hn::Load(reals, lanes_y + v * width);
            const Vector force =
                hn::LoadU(reals, pulling.affinities + n + v * width) / (one + (dx * dx + dy * dy));
            sum_x[v] = sum_x[v] + force * dx;
            sum_y[v] = sum_y[v] + force * dy;
        }
    }
    for (std::size_t v = 0; v < vectors; ++v) {
        hn::Store(sum_x[v], reals, lanes_x + v * width);
        hn::Store(sum_y[v], reals, lanes_y + v * width);
    }
    for (std::size_t lane = 0; lane < force_lanes; ++lane) {
        sum[0] += lanes_x[lane];
        sum[1] += lanes_y[lane];
    }
}

ForceKernels<float> float_kernels() { return {push<float>, pull<float>}; }
ForceKernels<double> double_kernels() { return {push<double>, pull<double>}; }

}  // namespace
}  // namespace epochscope::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace epochscope {

HWY_EXPORT(float_kernels);
HWY_EXPORT(double_kernels);

template <>
ForceKernels<float> force_kernels<float>() {
    return HWY_DYNAMIC_DISPATCH(float_kernels)();
}

template <>
ForceKernels<double> force_kernels<double>() {
    return HWY_DYNAMIC_DISPATCH(double_kernels)();
}

}  // namespace epochscope
#endif
