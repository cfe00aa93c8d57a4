#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace epochscope {

/// What lies behind the spans of an EpochSeries: vectors, or mapped files. May be asked from
/// several threads.
class EpochMemory {
  public:
    EpochMemory() = default;
    EpochMemory(const EpochMemory&) = delete;
    EpochMemory& operator=(const EpochMemory&) = delete;
    virtual ~EpochMemory() = default;

    /// What has befallen it since it was opened, in a sentence ("positions.npy: has become shorter
    /// while it was open"); nothing while all is well. Cheap: may be asked once a frame.
    [[nodiscard]] virtual std::optional<std::string> fault() const { return std::nullopt; }
    /// The epoch of this index will not be looked at soon: what can be read again from a file need
    /// not stay in memory. Spans stay valid.
    virtual void release(std::size_t /*epoch*/) const {}
};

}  // namespace epochscope
