#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace epochscope {

/// Some of the N samples of a series, as somebody picked them. Never changes, so that any thread
/// may look at it; takes a byte a sample.
class PickedSamples {
  public:
    /// In any order, and a sample may be named twice. Throws Error where one is not below
    /// `sample_count`. O(N).
    PickedSamples(std::size_t sample_count, std::span<const std::size_t> samples);

    /// Of the series that they are of.
    [[nodiscard]] std::size_t sample_count() const { return marks_.size(); }
    [[nodiscard]] std::size_t count() const { return samples_.size(); }
    [[nodiscard]] bool contains(std::size_t sample) const { return marks_[sample] != 0; }
    /// In rising order, each once.
    [[nodiscard]] std::span<const std::size_t> samples() const { return samples_; }
    /// One a sample of the series: 1 for those picked, else 0.
    [[nodiscard]] std::span<const std::uint8_t> marks() const { return marks_; }

  private:
    std::vector<std::uint8_t> marks_;
    std::vector<std::size_t> samples_;
};

/// Those of both, which are of series with as many samples; either may be null: none.
std::shared_ptr<const PickedSamples> united(const std::shared_ptr<const PickedSamples>& a,
                                            const std::shared_ptr<const PickedSamples>& b);

}  // namespace epochscope
