#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>
#include <epochscope/projection/tsne.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// Where samples lie among others that have places, by who is near in feature space: at the mean of
/// the places of their nearest, weighted by a Gaussian that gives these a perplexity of a third of
/// their number.
class Placing {
  public:
    /// Finds the nearest: O(Q N D). Values must be finite. Throws Cancelled when stopped.
    Placing(const Table& queries, const Table& placed, int threads, const Job& job);

    [[nodiscard]] Point place(std::size_t query, const Layout& places) const;

  private:
    std::size_t count_ = 0;
    /// Rows of `count_` for each query.
    std::vector<std::int32_t> nearest_;
    std::vector<float> shares_;
};

}  // namespace epochscope
