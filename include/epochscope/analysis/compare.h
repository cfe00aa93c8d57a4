#pragma once

#include <epochscope/analysis/paired_series.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope {

/// One side of a comparison.
struct ComparedSeries {
    const EpochSeries& series;
    /// The features of the samples; null if unknown.
    const Recording* recording = nullptr;
    /// The index of each epoch in the recording.
    std::vector<std::size_t> recorded = {};
};

/// What is the same of a pair of samples, or of many. Unknown values are nothing.
struct Sameness {
    /// Of the k nearest in one series, the fraction that are among the k nearest in the other.
    std::optional<double> shared_neighbours;
    /// 1 if both predict the same class; of many, the fraction of those.
    std::optional<double> agreement;
    /// The confidence in the second less that in the first.
    std::optional<double> confidence;
};

/// What a comparison goes on from when epochs come.
struct ComparedSoFar;

/// Two series, pair by pair.
struct Comparison {
    /// k, limited to half of the other samples; at an epoch, of those that have a place there.
    std::size_t neighbours = 0;
    /// Whether neighbours are those in feature space; otherwise those in the plane.
    bool by_features = false;
    /// The mean over samples, for each pair of epochs.
    std::vector<Sameness> epochs;
    /// The mean over epochs, for each pair of samples.
    std::vector<Sameness> samples;
    /// The mean over the samples of each class of the first, for each pair of epochs.
    std::vector<std::vector<Sameness>> classes;
    /// The number of the first epoch whose prediction is the label, for each pair of samples;
    /// nothing if there is none.
    std::vector<std::optional<std::int64_t>> first_correct;
    std::vector<std::optional<std::int64_t>> second_correct;
    /// Of compare_series.
    std::shared_ptr<const ComparedSoFar> so_far = nullptr;
};

struct CompareOptions {
    /// k.
    std::size_t neighbours = 15;
    /// For compare_datasets: see pair_series.
    EpochPairing epochs_by = EpochPairing::number;
    /// 0: all. The result does not depend on it.
    int threads = 0;
};

/// Compares what belongs together. Neighbours are among the samples that have a partner, and both a
/// place at the epochs compared; in feature space if both have a recording, else in the plane.
/// Goes on from `before`, if all pairs of epochs of that are the first ones now, as they were; the
/// result does not depend on it. Throws Error if values are faulty, Cancelled. O(E N^2 D) for the
/// pairs of epochs that are new, O(E N D) for the others.
Comparison compare_series(const ComparedSeries& first, const ComparedSeries& second,
                          const SeriesPairs& pairs, const CompareOptions& options = {},
                          const Comparison& before = {}, const Job& job = {});

/// The pairs that have most changed, first: those that share the fewest neighbours, then those
/// whose predictions agree least.
std::vector<std::size_t> most_changed(const Comparison& comparison);

}  // namespace epochscope
