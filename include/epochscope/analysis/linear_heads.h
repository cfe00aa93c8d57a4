#pragma once

#include <epochscope/compute/least_squares.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <optional>

namespace epochscope {

/// A linear head of one epoch: logits = weight x + bias.
struct FittedHead : LinearFit {
    /// How far the head's logits are from the recorded ones: the root of the mean squared
    /// difference by that of the recorded ones about the mean of each class, both after taking from
    /// each sample's logits their mean (what all classes share tells none from another). 0: the
    /// head is exact; 1: it knows no more than the means. 0 too where no logits were recorded, or
    /// where they never vary and the head has them.
    double residual = 0;
    /// Whether it was recorded; otherwise it is the least squares' fit.
    bool recorded = false;
};

/// Above this residual a head does not stand for the logits: they come from something deeper than
/// one linear layer (or from another epoch). 0.1 leaves 1 % of the logits' variance unexplained.
inline constexpr double head_residual_limit = 0.1;

/// The head of an epoch: as it was recorded; else by least squares from the embeddings and the
/// logits. Of all heads that fit equally well (features that never vary or depend on one another,
/// fewer samples than features) the one of the smallest weights; directions in which embeddings
/// vary less than 3e-7 of their widest are rounding errors and get no weight. Nothing where there
/// are neither a head nor logits, where a fit would be beyond single precision, or of both samples
/// and features there are more than head_fit_limit.
///
/// Throws Error where a value is not finite. The same for any number of threads (0: all there are).
/// With n the lesser of samples and features: O(N D n) and memory for n (n + C) doubles a few times
/// over.
std::optional<FittedHead> head_of(const Recording& recording, std::size_t epoch, int threads = 0);

inline constexpr std::size_t head_fit_limit = 2048;

}  // namespace epochscope
