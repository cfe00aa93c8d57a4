#pragma once

#include "analysis/faithfulness/near_set.h"

#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace epochscope {

/// One sample's way through the epochs in some space: how far it is from itself at others.
class Path {
  public:
    /// `places` has a row an epoch; `near_epochs` is k of temp_l, 0 where there is none.
    void follow(const Table& places, std::size_t near_epochs);

    /// How far it moves from an epoch to the next.
    [[nodiscard]] double step(std::size_t from) const;
    /// The share of this path's nearest epochs that are near in the other, too.
    [[nodiscard]] double kept_epochs(std::size_t epoch, const Path& other) const;
    /// Rank correlations of the distances from an epoch to all others.
    [[nodiscard]] std::optional<double> tau(std::size_t epoch, const Path& other) const;
    [[nodiscard]] std::optional<double> rho(std::size_t epoch, const Path& other) const;

  private:
    [[nodiscard]] std::span<const double> row(std::size_t epoch) const {
        return std::span(rows_).subspan(epoch * width_, width_);
    }
    [[nodiscard]] std::span<const std::int32_t> ranks(std::size_t epoch) const {
        return std::span(ranks_).subspan(epoch * (epochs_ - 1), epochs_ - 1);
    }

    std::size_t epochs_ = 0;
    std::size_t width_ = 0;
    std::size_t near_epochs_ = 0;
    /// Squares of distances from each epoch, itself infinitely far, filled up to whole tiles.
    std::vector<double> rows_;
    /// For each epoch the double ranks of the others.
    std::vector<std::int32_t> ranks_;
    std::vector<NearMembers> near_;
};

}  // namespace epochscope
