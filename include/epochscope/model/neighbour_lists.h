#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace epochscope {

/// A list of neighbouring samples for each sample, nearest first, as somebody else's memory holds
/// it. Lists are directed, may differ in length, and never hold the sample itself.
class NeighbourLists {
  public:
    /// No lists at all: nothing is known.
    NeighbourLists() = default;
    /// The list of sample i is samples[offsets[i]] up to samples[offsets[i + 1]]; N + 1 offsets,
    /// rising.
    NeighbourLists(std::span<const std::uint64_t> offsets, std::span<const std::int32_t> samples)
        : offsets_(offsets), samples_(samples) {}

    [[nodiscard]] bool empty() const { return offsets_.empty(); }
    /// How many samples have a list.
    [[nodiscard]] std::size_t size() const { return empty() ? 0 : offsets_.size() - 1; }
    [[nodiscard]] std::span<const std::int32_t> operator[](std::size_t sample) const {
        return samples_.subspan(offsets_[sample], offsets_[sample + 1] - offsets_[sample]);
    }

  private:
    std::span<const std::uint64_t> offsets_;
    std::span<const std::int32_t> samples_;
};

}  // namespace epochscope
