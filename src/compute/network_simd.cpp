#include <epochscope/compute/network_kernels.h>

#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "compute/network_simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace epochscope::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

constexpr hn::CappedTag<float, row_lanes> floats;
using Floats = hn::Vec<decltype(floats)>;

constexpr std::size_t lanes = hn::MaxLanes(floats);
/// As many sums as fit into the registers.
constexpr std::size_t rows_at_once = lanes == row_lanes ? 8 : 4;
constexpr std::size_t vectors_at_once = 2;

/// x y + z, rounded once.
inline Floats fused(Floats x, Floats y, Floats z) {
#if HWY_NATIVE_FMA
    return hn::MulAdd(x, y, z);
#else
    HWY_ALIGN float values[3][lanes];
    hn::Store(x, floats, values[0]);
    hn::Store(y, floats, values[1]);
    hn::Store(z, floats, values[2]);
    for (std::size_t lane = 0; lane < lanes; ++lane)
        values[2][lane] = std::fma(values[0][lane], values[1][lane], values[2][lane]);
    return hn::Load(floats, values[2]);
#endif
}

/// 0 where a value is not above 0.
inline Floats rectified(Floats values) {
    return hn::IfThenElseZero(values > hn::Zero(floats), values);
}

/// `Rows` rows and `Vectors` vectors of columns, from row r and column n on.
template <std::size_t Rows, std::size_t Vectors>
inline void multiply_tile(const Product& p, std::size_t r, std::size_t n) {
    Floats sums[Rows][Vectors];
    for (std::size_t i = 0; i < Rows; ++i)
        for (std::size_t v = 0; v < Vectors; ++v)
            sums[i][v] = hn::LoadU(floats, p.start + (r + i) * p.start_row + n + v * lanes);
    const float* a = p.a + r * p.a_row;
    const float* b = p.b + n;
    for (std::size_t k = 0; k < p.depth; ++k, a += p.a_step, b += p.b_row) {
        Floats weights[Vectors];
        for (std::size_t v = 0; v < Vectors; ++v) weights[v] = hn::LoadU(floats, b + v * lanes);
        for (std::size_t i = 0; i < Rows; ++i)
            for (std::size_t v = 0; v < Vectors; ++v)
                sums[i][v] = fused(hn::Set(floats, a[i * p.a_row]), weights[v], sums[i][v]);
    }
    for (std::size_t i = 0; i < Rows; ++i)
        for (std::size_t v = 0; v < Vectors; ++v)
            hn::StoreU(p.rectified ? rectified(sums[i][v]) : sums[i][v], floats,
                       p.c + (r + i) * p.c_row + n + v * lanes);
}

template <std::size_t Vectors>
inline void multiply_columns(const Product& p, std::size_t n) {
    std::size_t r = 0;
    for (; r + rows_at_once <= p.rows; r += rows_at_once)
        multiply_tile<rows_at_once, Vectors>(p, r, n);
    for (; r < p.rows; ++r) multiply_tile<1, Vectors>(p, r, n);
}

void multiply(const Product& p) {
    std::size_t n = 0;
    for (; n + vectors_at_once * lanes <= p.columns; n += vectors_at_once * lanes)
        multiply_columns<vectors_at_once>(p, n);
    for (; n < p.columns; n += lanes) multiply_columns<1>(p, n);
}

void mask_gradient(const float* activation, float* gradient, std::size_t count) {
    for (std::size_t i = 0; i < count; i += lanes) {
        const auto active = hn::LoadU(floats, activation + i) > hn::Zero(floats);
        hn::StoreU(hn::IfThenElseZero(active, hn::LoadU(floats, gradient + i)), floats,
                   gradient + i);
    }
}

void step_adam(const AdamStep& step, const float* gradient, float* first, float* second,
               float* parameter, std::size_t count) {
    const Floats first_share = hn::Set(floats, 0.9F);
    const Floats first_rest = hn::Set(floats, 1 - 0.9F);
    const Floats second_share = hn::Set(floats, 0.999F);
    const Floats second_rest = hn::Set(floats, 1 - 0.999F);
    const Floats epsilon = hn::Set(floats, 1e-8F);
    const Floats decay = hn::Set(floats, step.decay);
    const Floats rate = hn::Set(floats, step.rate * step.first_correction);
    const Floats correction = hn::Set(floats, step.second_correction);
    for (std::size_t i = 0; i < count; i += lanes) {
        const Floats value = hn::LoadU(floats, parameter + i);
        const Floats slope = hn::LoadU(floats, gradient + i) + decay * value;
        const Floats mean = first_share * hn::LoadU(floats, first + i) + first_rest * slope;
        const Floats square =
            second_share * hn::LoadU(floats, second + i) + second_rest * slope * slope;
        hn::StoreU(mean, floats, first + i);
        hn::StoreU(square, floats, second + i);
        const Floats size = hn::Sqrt(square * correction) + epsilon;
        hn::StoreU(value - rate * mean / size, floats, parameter + i);
    }
}

}  // namespace
}  // namespace epochscope::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace epochscope {

HWY_EXPORT(multiply);
HWY_EXPORT(mask_gradient);
HWY_EXPORT(step_adam);

void multiply(const Product& product) { HWY_DYNAMIC_DISPATCH(multiply)(product); }

void mask_gradient(const float* activation, float* gradient, std::size_t count) {
    HWY_DYNAMIC_DISPATCH(mask_gradient)(activation, gradient, count);
}

void step_adam(const AdamStep& step, const float* gradient, float* first, float* second,
               float* parameter, std::size_t count) {
    HWY_DYNAMIC_DISPATCH(step_adam)(step, gradient, first, second, parameter, count);
}

}  // namespace epochscope
#endif
