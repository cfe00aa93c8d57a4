#pragma once

#include "projection/affinities.h"

#include <epochscope/model/job.h>
#include <epochscope/projection/spacetime.h>
#include <epochscope/projection/tsne.h>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace epochscope {

/// Samples of another epoch that push in an iteration; they stand for all.
inline constexpr std::size_t most_pushing = 512;
/// Neighbours at other epochs need no more.
inline constexpr double most_cross_perplexity = 15;
/// Others of an epoch.
inline constexpr std::size_t most_other_epochs = 4;

/// How much each sample at one epoch and each at another attract each other: a row for each sample
/// at the first epoch, of sum 1 in all. Of p(j|i), which t-SNE's Gaussian around x_i^t gives the
/// samples at s, and p(i|j) the other way round it is (p(j|i) + p(i|j)) / 2N. `back` is its
/// transpose.
struct CrossAffinities {
    Affinities there;
    Affinities back;
};

/// O(N^2 D).
CrossAffinities cross_affinities(const Table& epoch, const Table& other, double perplexity,
                                 int threads, const Job& job);

/// What keeps samples near to those at other epochs that are like them, so that a place means the
/// same at all epochs: the divergence KL(P_ts || Q_ts) of pairs of epochs, Q_ts being the weights
/// w_ij = 1 / (1 + |y_i^t - y_j^s|^2) over their sum. Each epoch has a few others; an iteration
/// looks at one of them, and at some of its samples, in turn.
class CrossForces {
  public:
    /// `epochs` have a row for each sample; the first `held` of them stay where they are. Throws
    /// Cancelled when stopped. O(E N^2 D).
    CrossForces(std::span<const Table> epochs, std::size_t held, const SpacetimeOptions& options,
                const Job& job);
    CrossForces(const CrossForces&) = delete;
    CrossForces& operator=(const CrossForces&) = delete;
    ~CrossForces();

    /// Chooses the others of the next iteration, and their samples.
    void prepare(std::span<const Layout> layouts);
    /// Adds the gradient of `weight` times the divergences of an epoch that moves (counted from the
    /// first of these) and one other, twice, since each pair is looked at from both sides. It is
    /// never exaggerated: all epochs would be pulled to one point, where paths are too stiff for
    /// samples to part again. O(N (samples looked at + perplexity)).
    void add_gradient(std::size_t moving, const Layout& layout, double weight, Layout& gradient);

  private:
    struct Epoch;
    std::size_t iteration_ = 0;
    /// All samples, in the order in which they are looked at.
    std::vector<std::size_t> order_;
    /// Those that move.
    std::vector<std::unique_ptr<Epoch>> epochs_;
};

/// The pairs of epochs whose places are held together, the earlier first: each epoch with about
/// four others, near and far. Of `held` epochs that stay and one that moves, the pairs of that one.
struct EpochPair {
    std::size_t earlier;
    std::size_t later;
    friend auto operator<=>(const EpochPair&, const EpochPair&) = default;
};
std::vector<EpochPair> pairs_held_together(std::size_t epochs, std::size_t held,
                                           std::uint64_t seed);

}  // namespace epochscope
