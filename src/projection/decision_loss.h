#pragma once

#include <epochscope/model/head.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <span>
#include <vector>

namespace epochscope {

/// How a decoder's loss depends on what a head makes of what comes back: KL of the shares of the
/// classes there from those of the sample.
class DecisionLoss {
  public:
    /// Of rows of embeddings, which networks see as (x - middle) / scale. Nothing depends on a head
    /// that is not known.
    DecisionLoss(Head head, std::span<const float> middle, float scale, const Table& rows);

    /// Adds `factor` times the gradient for rows that came back, each `stride` after the one
    /// before, which are those of the samples.
    void add(std::span<const std::size_t> samples, const float* rows, std::size_t stride,
             float factor, float* slopes) const;

  private:
    void add_linear(std::size_t sample, const float* row, float factor, float* slopes) const;
    void add_asked(std::span<const std::size_t> samples, const float* rows, std::size_t stride,
                   float factor, float* slopes) const;
    /// Makes logits at what came back from a sample the slopes of the loss along them.
    void turn_into_slopes(std::size_t sample, float factor, std::span<float> logits) const;

    Head head_;
    std::vector<float> middle_;
    float scale_;
    std::size_t classes_;
    /// Of a linear head, for normalised rows.
    std::vector<float> weight_;
    std::vector<float> bias_;
    /// What the head gives each class of each row.
    std::vector<float> shares_;
};

}  // namespace epochscope
