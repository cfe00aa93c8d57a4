#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace epochscope {

/// A regular file opened for reading.
class InputFile {
  public:
    /// Throws Error if the file is missing, unreadable, not a regular file, or larger than `limit`
    /// bytes.
    InputFile(const std::filesystem::path& file, std::size_t limit);
    ~InputFile();
    InputFile(const InputFile&) = delete;
    InputFile& operator=(const InputFile&) = delete;

    /// The size in bytes when it was opened.
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] int descriptor() const { return descriptor_; }
    /// Reads until `bytes` is full or the file ends; returns how many bytes were read.
    std::size_t read(std::span<std::uint8_t> bytes);

  private:
    std::string name_;
    int descriptor_ = -1;
    std::size_t size_ = 0;
};

/// The system's message of the last failed call: "No such file or directory".
std::string system_message();

}  // namespace epochscope
