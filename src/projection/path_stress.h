#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>
#include <epochscope/projection/tsne.h>

#include <cstddef>
#include <span>
#include <vector>

namespace epochscope {

/// The distances in time, in epochs, at which so many epochs are looked at: all of them up to
/// `most_in_full` epochs, beyond that a series that grows by a quarter.
std::vector<std::size_t> lags_of(std::size_t epochs, std::size_t most_in_full);

/// How far the paths that samples take through the plane are from those that they take through
/// feature space. Of a sample i whose places are y and embeddings x it is
///
///     S_i = sum (|y^s - y^t| / a - |x^s - x^t|)^2 / sum |x^s - x^t|^2
///
/// over pairs of epochs s < t: all of them up to 64 epochs, beyond that those whose distance in
/// time is one of a series that grows by a quarter. The scale a is one for all samples and makes
/// the mean of S_i least, so that nothing is won by shrinking or stretching the picture.
///
/// Where all epochs but the last, t, have places that stay, paths go on from where they are:
///
///     S_i  = sum w (|y^s - y^t| / a - r)^2 / sum w d_st^2
///     r    = |y^s - y^p| / a + f_s(d_st) - f_s(d_sp), at least 0; d_pt where s is p
///     d_st = D (|x^s - x^t| / D)^1.5
///
/// over the epochs s, with the epoch p before t. f_s is the sample's own rising curve, from d to
/// lengths in the plane, through those from s to the other placed epochs: the new place comes among
/// the old ones where it does in feature space. So nobody is pulled back to where the past would
/// have been truer, and a sample that stands still is at rest. Steps through many dimensions are at
/// right angles to each other, for which a plane has no room; with d, small steps are shorter, and
/// the order of distances is kept. D is the greatest extent (root mean square from the middle) of
/// an epoch in feature space. w is 1 / d_st, so that small steps count too, and twice that where s
/// is p. The scale a is 0.9 times the extent in the plane at the first epoch over D.
class PathStress {
  public:
    /// Works out how far samples move: O(N D pairs), and a float for each sample and pair is kept.
    /// `epochs` have a row a sample, in the order of time; values must be finite. Throws Cancelled
    /// when stopped.
    PathStress(std::span<const Table> epochs, int threads, const Job& job);
    /// Of the last epoch alone; `before` are the places at all epochs before it, at least one.
    PathStress(std::span<const Table> epochs, std::span<const Layout> before, int threads,
               const Job& job);

    /// Adds `weight` times the gradient of the mean of S_i, by the places of each epoch. Returns
    /// that mean. The same for any number of threads.
    double add_gradient(std::span<const Layout> places, double weight, std::span<Layout> gradients);

    /// By how much the last gradient added rises with a sample's place, at most (of all paths'
    /// directions), one a sample. As de Leeuw's majorization of stress has it (1977).
    [[nodiscard]] std::span<const double> curvature() const { return curvature_; }
    /// What was a last.
    [[nodiscard]] double scale() const { return scale_; }

  private:
    struct Pair {
        std::size_t earlier = 0;
        std::size_t later = 0;
    };
    struct Block;

    void make_room();
    void measure(std::span<const Table> epochs, const Job& job);
    void weigh_pairs();
    /// Makes distances those of paths that go on.
    void go_on_from(std::span<const Table> epochs, std::span<const Layout> before, double extent);
    [[nodiscard]] float weight_of(std::size_t pair, std::size_t sample) const {
        return pair_weights_.empty() ? 1 : pair_weights_[pair * samples_ + sample];
    }
    void weigh();
    void find_scale(std::span<const Layout> places);
    /// Of the stress what these samples add to the mean.
    double add_block(const Block& block, double weight, std::span<Layout> gradients);

    std::size_t samples_;
    std::size_t epochs_;
    int threads_;
    std::vector<Pair> pairs_;
    /// A row of N for each pair.
    std::vector<float> distances_;
    /// w, alike; none where all are 1.
    std::vector<float> pair_weights_;
    /// 1 / sum w |x^s - x^t|^2 of each sample.
    std::vector<double> weights_;
    /// By how much the gradient of a sample's sum rises at most, over 2.
    std::vector<double> stiffness_;
    std::vector<double> curvature_;
    double scale_ = 1;
    bool has_fixed_scale_ = false;
};

}  // namespace epochscope
