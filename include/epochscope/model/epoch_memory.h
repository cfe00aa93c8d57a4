#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace epochscope {

/// The memory behind the spans of an EpochSeries: vectors or mapped files. Thread-safe.
class EpochMemory {
  public:
    EpochMemory() = default;
    EpochMemory(const EpochMemory&) = delete;
    EpochMemory& operator=(const EpochMemory&) = delete;
    virtual ~EpochMemory() = default;

    /// What has gone wrong since it was opened, in a sentence ("positions.npy: has become shorter
    /// while it was open"); nothing if all is well. Cheap enough for every frame.
    [[nodiscard]] virtual std::optional<std::string> fault() const { return std::nullopt; }
    /// Frees the memory of the epoch of this index that can be read again from a file. Call it when
    /// the epoch is not needed soon. Spans stay valid.
    virtual void release(std::size_t /*epoch*/) const {}
};

}  // namespace epochscope
