#pragma once

#include "projection/edge_training.h"

#include <epochscope/model/head.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace epochscope {

/// How rows are moved and scaled.
struct Normalisation {
    std::vector<float> middle;
    float scale = 1;
};
/// That to a mean of 0 and a mean square of 1 a dimension (rows that are all alike are only moved).
Normalisation normalisation_of(const Table& rows);
void normalise(std::vector<float>& rows, const Normalisation& by);

/// Whether all points lie in one place of the plane: within 0.01 (root mean square), a tenth of how
/// far UMAP's curve lets neighbours be from each other.
bool are_in_one_place(const Autoencoder& autoencoder, const TrainingPoints& points);

/// Finds maps that learned nothing, by the samples that they were learned from.
class MapCheck {
  public:
    /// Samples of an epoch whose head this is (unknown: none can be relied on): the points from
    /// `first` on. Throws Error if the head fails. O(rows D C).
    void add(const Table& rows, const Head& head, std::size_t first, int threads);

    /// What is wrong with a map of these points, normalised so, in words; empty if nothing is, and
    /// of fewer than 20 samples, or samples that are all alike:
    /// - all samples lie in one place (see are_in_one_place);
    /// - the squared distance of what comes back to what it was is above 1.05 of that of the mean
    ///   of all samples, or the heads decide no more of what comes back as they did than if all
    ///   were in the class predicted most often (over all epochs with two predicted classes and
    ///   more, if that share is below 0.8). Only if the reconstruction counts.
    [[nodiscard]] std::string fault(const Autoencoder& autoencoder, const TrainingPoints& points,
                                    const Normalisation& by, double reconstruction_weight,
                                    int threads) const;

  private:
    struct Epoch {
        Head head;
        std::size_t first;
        std::size_t count;
        /// What the head decides, a class a sample; empty without a head.
        std::vector<std::int32_t> decided;
    };

    std::vector<Epoch> epochs_;
};

}  // namespace epochscope
