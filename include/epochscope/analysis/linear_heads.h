#pragma once

#include <epochscope/compute/least_squares.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <optional>

namespace epochscope {

/// A linear head of one epoch: logits = weight x + bias.
struct FittedHead : LinearFit {
    /// The distance of the head's logits from the recorded ones: the root mean square of the
    /// differences, divided by that of the recorded logits about the mean of each class. Each
    /// sample's mean logit is subtracted first, as it tells no class from another. 0: the head is
    /// exact; 1: it is no better than the means. 0 too if no logits were recorded, or if they never
    /// vary and the head matches them.
    double residual = 0;
    /// Whether it was recorded; otherwise it is a least squares fit.
    bool recorded = false;
};

/// Above this residual a head does not explain the logits: they come from something deeper than one
/// linear layer, or from another epoch. 0.1 leaves 1 % of the logits' variance unexplained.
inline constexpr double head_residual_limit = 0.1;

/// The head of an epoch: the recorded one, else a least squares fit from embeddings to logits. Of
/// all heads that fit equally well (features that never vary or depend on one another, fewer
/// samples than features), the one of minimum norm; directions in which embeddings vary less than
/// 3e-7 of their widest are rounding errors and get no weight. Nothing if there are neither a head
/// nor logits, if the fit overflows single precision, or if samples and features both exceed
/// head_fit_limit.
///
/// Throws Error if a value is not finite. The same for any number of threads (0: all there are).
/// With n = min(samples, features): O(N D n), and memory for a few times n (n + C) doubles.
std::optional<FittedHead> head_of(const Recording& recording, std::size_t epoch, int threads = 0);

inline constexpr std::size_t head_fit_limit = 2048;

}  // namespace epochscope
