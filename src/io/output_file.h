#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace epochscope {

/// A new file that is written from its begin to its end, a large piece at a time. Throws Error
/// where it cannot be (disk full).
class OutputFile {
  public:
    explicit OutputFile(const std::filesystem::path& file);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void write(std::span<const std::byte> bytes);
    void write(std::string_view text) { write(std::as_bytes(std::span(text))); }
    /// Writes what is left. Without it, the file is not whole.
    void finish();

  private:
    void flush();
    [[noreturn]] void fail() const;

    std::filesystem::path file_;
    int descriptor_ = -1;
    std::vector<std::byte> buffer_;
    std::size_t used_ = 0;
};

}  // namespace epochscope
