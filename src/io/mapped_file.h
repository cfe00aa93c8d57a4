#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace epochscope {

/// A file's content as memory, read from the disk where it is touched.
class MappedFile {
  public:
    /// Throws Error where the file cannot be read or is no regular file.
    explicit MappedFile(const std::filesystem::path& file);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::span<const std::uint8_t> bytes() const {
        return {static_cast<const std::uint8_t*>(memory_), size_};
    }

  private:
    void* memory_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace epochscope
