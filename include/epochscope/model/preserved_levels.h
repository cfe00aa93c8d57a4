#pragma once

#include <epochscope/model/trust.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace epochscope {

/// The fraction of preserved neighbours of each sample, in levels for colouring. Thread-safe.
class PreservedLevels {
  public:
    /// From none (0) to all (levels - 1).
    static constexpr std::int32_t levels = 16;

    /// `trust` is not null.
    explicit PreservedLevels(std::shared_ptr<const Trust> trust);

    [[nodiscard]] const Trust& trust() const { return *trust_; }
    /// The level of each sample at an epoch, -1 if unknown; empty if the epoch has none. Valid as
    /// long as this object. O(samples) on the first call.
    [[nodiscard]] std::span<const std::int32_t> of(std::size_t epoch) const;

  private:
    struct Epoch {
        std::once_flag once;
        std::vector<std::int32_t> levels;
    };

    std::shared_ptr<const Trust> trust_;
    mutable std::vector<Epoch> epochs_;
};

}  // namespace epochscope
