#pragma once

#include "analysis/faithfulness/near_set.h"

#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace epochscope {

/// The path of a sample through the epochs in a space: its distances to itself at other epochs.
class Path {
  public:
    /// `places` has a row an epoch; `near_epochs` is k of temp_l, or 0.
    void follow(const Table& places, std::size_t near_epochs);

    /// The distance moved from an epoch to the next.
    [[nodiscard]] double step(std::size_t from) const;
    /// The fraction of this path's nearest epochs that are also near in the other.
    [[nodiscard]] double kept_epochs(std::size_t epoch, const Path& other) const;
    /// The rank correlations of the distances from an epoch to all others.
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
    /// Squared distances from each epoch, infinite to itself, padded to complete tiles.
    std::vector<double> rows_;
    /// For each epoch, the doubled ranks of the others.
    std::vector<std::int32_t> ranks_;
    std::vector<NearMembers> near_;
};

}  // namespace epochscope
