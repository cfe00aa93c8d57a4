#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace epochscope {

/// The picked samples of a series of N. Immutable, and so thread-safe. Takes N bytes.
class PickedSamples {
  public:
    /// `samples` may be in any order and repeat. Throws Error if one is not below `sample_count`.
    /// O(N).
    PickedSamples(std::size_t sample_count, std::span<const std::size_t> samples);

    /// N.
    [[nodiscard]] std::size_t sample_count() const { return marks_.size(); }
    [[nodiscard]] std::size_t count() const { return samples_.size(); }
    [[nodiscard]] bool contains(std::size_t sample) const { return marks_[sample] != 0; }
    /// In increasing order, each once.
    [[nodiscard]] std::span<const std::size_t> samples() const { return samples_; }
    /// N entries: 1 for picked samples, else 0.
    [[nodiscard]] std::span<const std::uint8_t> marks() const { return marks_; }

  private:
    std::vector<std::uint8_t> marks_;
    std::vector<std::size_t> samples_;
};

/// The union of both, which have the same N. Null stands for no samples.
std::shared_ptr<const PickedSamples> united(const std::shared_ptr<const PickedSamples>& a,
                                            const std::shared_ptr<const PickedSamples>& b);

}  // namespace epochscope
