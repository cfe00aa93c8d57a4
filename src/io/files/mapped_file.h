#pragma once

#include "io/files/input_file.h"
#include "io/files/mapping_guard.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

namespace epochscope {

/// A file mapped into memory. If the file becomes shorter, lost bytes read as zeros.
class MappedFile {
  public:
    /// Throws Error if the file is unreadable or not a regular file.
    explicit MappedFile(const std::filesystem::path& file);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::span<const std::uint8_t> bytes() const {
        return {static_cast<const std::uint8_t*>(memory_), file_.size()};
    }
    /// Whether a part was lost: the file has become shorter, or was unreadable. One system call.
    [[nodiscard]] bool is_broken() const;
    /// Frees the memory of these bytes; the next access reads them again.
    void release(std::span<const std::uint8_t> bytes) const;

  private:
    InputFile file_;
    void* memory_ = nullptr;
    std::optional<MappingGuard> guard_;
};

}  // namespace epochscope
