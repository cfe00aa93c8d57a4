#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace epochscope {

/// A file that is there whole or not at all: it is written beside its target, from its begin to its
/// end, and takes the target's place when it is finished. Until then whatever was there stays, and
/// nothing is left of a file that was not finished. All that writes files writes them by this.
class OutputFile {
  public:
    /// Makes the file beside the target. A link keeps pointing where it does. Throws Error where
    /// the target is there and no regular file, or nothing can be made beside it.
    explicit OutputFile(const std::filesystem::path& target);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// Throws Error where there is no room (disk full).
    void write(std::span<const std::byte> bytes);
    void write(std::string_view text) { write(std::as_bytes(std::span(text))); }
    /// Writes what is left and takes the target's place. Throws Error.
    void finish();

    /// Where it lies until then, with the target's ending: for a program that is to write it.
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    void flush();
    [[noreturn]] void fail() const;

    std::filesystem::path target_;
    std::filesystem::path path_;
    int descriptor_ = -1;
    std::vector<std::byte> buffer_;
    std::size_t used_ = 0;
};

}  // namespace epochscope
