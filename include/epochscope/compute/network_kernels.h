#pragma once

#include <cstddef>

namespace epochscope {

/// Rows of numbers in networks are padded to a multiple of this.
inline constexpr std::size_t row_lanes = 16;

constexpr std::size_t padded(std::size_t width) {
    return (width + row_lanes - 1) / row_lanes * row_lanes;
}

/// A matrix product c = start + a b, each entry summed in the order of `depth`, every product and
/// sum rounded once.
struct Product {
    /// Entry (r, k) is at a[r * a_row + k * a_step].
    const float* a;
    std::size_t a_row;
    std::size_t a_step;
    /// `depth` rows, b_row apart.
    const float* b;
    std::size_t b_row;
    /// What sums start with: rows start_row apart (0: the same for all). May be c itself.
    const float* start;
    std::size_t start_row;
    float* c;
    std::size_t c_row;
    std::size_t rows;
    /// A multiple of row_lanes.
    std::size_t columns;
    std::size_t depth;
    /// Whether what is negative becomes 0 in the end.
    bool rectified = false;
};

/// What a step of Adam (Kingma & Ba 2015) takes.
struct AdamStep {
    float rate;
    /// Times the parameter itself is added to its gradient.
    float decay;
    /// 1 / (1 - beta^t) for both means.
    float first_correction;
    float second_correction;
};

// The kernels of networks. BLIS reaches half their speed on such small matrices.

void multiply(const Product& product);

/// Sets to 0 where `activation` is not above 0. `count` is a multiple of row_lanes.
void mask_gradient(const float* activation, float* gradient, std::size_t count);

/// `count` is a multiple of row_lanes.
void step_adam(const AdamStep& step, const float* gradient, float* first, float* second,
               float* parameter, std::size_t count);

}  // namespace epochscope
