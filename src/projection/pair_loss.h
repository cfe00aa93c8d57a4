#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace epochscope {

/// UMAP's cross-entropy of pairs in the plane (McInnes et al. 2018): with u = a d^(2b) and
/// q = 1 / (1 + u), -log q of those that belong together and -log(1 - q) of those that do not.
struct PairCurve {
    /// Fitted to a minimal distance of 0.1.
    float a = 1.5769F;
    float b = 0.8951F;
    /// As the public code of parametric UMAP and of TimeVis has it, which takes the logistic
    /// function of log q for q: q = 1 / (2 + u) then.
    bool softened = false;
};

/// The loss of a batch of edges, and how it depends on where their ends lie.
class PairLoss {
  public:
    explicit PairLoss(const PairCurve& curve) : curve_(curve) {}

    /// Of B edges, the first ends being the first B places, the other ends the others. Each edge's
    /// first end is held against the other ends of `shifts.size()` more edges: of the edge e, those
    /// of e + shift modulo B. The mean over all B (1 + shifts) pairs. Writes how it rises with each
    /// place.
    double find(std::span<const float> x, std::span<const float> y,
                std::span<const std::size_t> shifts, std::span<float> x_slopes,
                std::span<float> y_slopes);

  private:
    PairCurve curve_;
    std::vector<float> losses_;
};

}  // namespace epochscope
