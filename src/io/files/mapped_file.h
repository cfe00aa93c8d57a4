#pragma once

#include "io/files/mapping_guard.h"

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>

namespace epochscope {

/// A file mapped into memory. If the file becomes shorter, lost bytes read as zeros. It is not kept
/// open: a run of thousands of epochs has more files than a program may have open.
class MappedFile {
  public:
    /// Throws Error if the file is unreadable or not a regular file.
    explicit MappedFile(const std::filesystem::path& file);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::span<const std::uint8_t> bytes() const {
        return {static_cast<const std::uint8_t*>(memory_), size_};
    }
    /// Whether a part was lost: the file has become shorter, or was unreadable. One system call.
    [[nodiscard]] bool is_broken() const;
    /// Frees the memory of these bytes; the next access reads them again.
    void release(std::span<const std::uint8_t> bytes) const;

  private:
    std::filesystem::path path_;
    std::size_t size_ = 0;
    dev_t device_ = 0;
    ino_t inode_ = 0;
    void* memory_ = nullptr;
    std::optional<MappingGuard> guard_;
};

}  // namespace epochscope
