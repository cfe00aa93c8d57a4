#pragma once

#include <epochscope/model/trust.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace epochscope {

/// How many of its true neighbours the picture keeps of each sample, in steps that can be coloured.
/// May be asked from several threads.
class PreservedLevels {
  public:
    /// Steps from none (0) to all (levels - 1).
    static constexpr std::int32_t levels = 16;

    /// What says it; not null.
    explicit PreservedLevels(std::shared_ptr<const Trust> trust);

    /// A level for each sample at an epoch, -1 where it is not known; empty where nothing is known
    /// of the epoch. Stays where it is as long as this lives. The first time O(samples).
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
