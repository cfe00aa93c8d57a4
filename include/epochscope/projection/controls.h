#pragma once

#include <epochscope/analysis/faithfulness.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>
#include <epochscope/model/plane_map.h>
#include <epochscope/model/recording.h>
#include <epochscope/model/trust.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// The same measured of a baseline.
struct Control {
    /// "features", "random_places", "random_walk", "pca" or "shuffled_epochs".
    std::string name;
    Faithfulness found;
};

/// How faithful a picture of a recording is.
struct PictureReport {
    /// The numbers of the epochs that were measured: those of the series.
    std::vector<std::int64_t> epochs;
    /// As FaithfulnessReport has them.
    std::size_t neighbours = 0;
    std::size_t near_epochs = 0;
    Faithfulness picture;
    /// See motion_of: N values a step.
    std::vector<std::vector<float>> motion;
    /// None where none were asked for.
    std::vector<Control> controls;
    std::vector<std::string> warnings;
};

/// Measures a picture of a recording, epoch by epoch of the same number, and with it, if wanted,
/// its controls: the features themselves, random places, a random walk, one PCA over all epochs,
/// and the same picture with its epochs shuffled (of one epoch there is no shuffling, and nothing
/// is defined). `map` is the one that placed the samples of the series. A sample that is absent at
/// an epoch counts as a neighbour where it is at its nearest epoch, and has no values of its own
/// there. Throws Error as measure_faithfulness and epochs_of do, Cancelled when stopped.
PictureReport measure_picture(const Recording& recording, const EpochSeries& series,
                              const PlaneMap& map = {}, const FaithfulnessOptions& options = {},
                              bool with_controls = true, const Job& job = {});

/// What a report says of each epoch and sample, to be kept with the picture: a curve for each
/// metric that is of single epochs, the kept neighbours, the motion, and columns of the samples:
/// nn_pv, temp_l and temp_g_tau as means over epochs, false_move and frozen_move as the largest
/// motion over steps and the largest of its negative, at least 0.
Trust trust_of(const PictureReport& report);

}  // namespace epochscope
