#pragma once

#include <cstddef>
#include <cstdint>

namespace epochscope {

/// How many samples are pushed at once, and how many neighbours pull at once.
inline constexpr std::size_t force_lanes = 16;

/// What pushes: bodies of a mass, each standing for as many samples.
template <typename Real>
struct Bodies {
    const Real* x;
    const Real* y;
    const Real* mass;
    std::size_t count;
};

/// For `force_lanes` samples each: the sum of mass w over all bodies, with w = 1 / (1 + d^2), and
/// of mass w^2 times the way from the body.
template <typename Real>
struct Pushed {
    Real* x;
    Real* y;
    Real* weights;
};

/// Neighbours of one sample, padded to a multiple of `force_lanes` with affinities of 0.
template <typename Real>
struct Pulling {
    const std::int32_t* neighbours;
    const Real* affinities;
    std::size_t count;
};

/// The inner loops of t-SNE; the same bytes with every SIMD target.
template <typename Real>
struct ForceKernels {
    /// Pushes `force_lanes` samples at x and y.
    void (*push)(const Real* x, const Real* y, const Bodies<Real>& bodies,
                 const Pushed<Real>& sums);
    /// The sum of p w times the way from the neighbour, for the sample at (own_x, own_y), when
    /// all are at x and y; adds to `sum`, of x and y.
    void (*pull)(Real own_x, Real own_y, const Real* x, const Real* y, const Pulling<Real>& pulling,
                 Real* sum);
};

/// Real is float or double.
template <typename Real>
ForceKernels<Real> force_kernels();

}  // namespace epochscope
