#pragma once

#include "io/files/input_file.h"
#include "io/files/mapping_guard.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

namespace epochscope {

/// A file's content as memory, read from the disk where it is touched. Where the file becomes
/// shorter, what is lost reads as zeros.
class MappedFile {
  public:
    /// Throws Error where the file cannot be read or is no regular file.
    explicit MappedFile(const std::filesystem::path& file);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::span<const std::uint8_t> bytes() const {
        return {static_cast<const std::uint8_t*>(memory_), file_.size()};
    }
    /// Whether a part of it was lost: the file has become shorter, or could not be read. One system
    /// call.
    [[nodiscard]] bool is_broken() const;
    /// Lets go of the memory of these bytes; they are read again where they are touched again.
    void release(std::span<const std::uint8_t> bytes) const;

  private:
    InputFile file_;
    void* memory_ = nullptr;
    std::optional<MappingGuard> guard_;
};

}  // namespace epochscope
