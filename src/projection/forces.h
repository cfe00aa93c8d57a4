#pragma once

#include "projection/affinities.h"

#include <epochscope/projection/tsne.h>

#include <memory>

namespace epochscope {

/// How the samples of a t-SNE pull and push each other.
class Forces {
  public:
    Forces() = default;
    Forces(const Forces&) = delete;
    Forces& operator=(const Forces&) = delete;
    virtual ~Forces() = default;

    /// The gradient of the divergence (van der Maaten & Hinton 2008, equation 5):
    /// 4 sum_j (exaggeration p_ij - q_ij) w_ij (y_i - y_j). Returns what the w_ij, i != j, sum to.
    virtual double gradient_at(const Layout& layout, double exaggeration, Layout& gradient) = 0;
};

/// `repulsion` is not automatic here.
std::unique_ptr<Forces> make_forces(const Affinities& affinities, Repulsion repulsion, int threads);

/// The sum of all w_ij = 1 / (1 + |y_i - y_j|^2), i != j, in double precision. O(N^2).
double weight_sum(const Layout& layout, int threads);

/// The Kullback-Leibler divergence of a layout whose w_ij sum to `weights`; 0 where that is 0.
/// O(affinities).
double divergence_of(const Affinities& affinities, const Layout& layout, double weights);

}  // namespace epochscope
