#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace epochscope {

/// Writes a file completely or not at all: sequentially to a temporary file beside the target,
/// which replaces the target when it is finished. An unfinished file is removed, and the target
/// stays unchanged. What replaces a file is on the disk before it does, so that the old content or
/// the new one is whole after a failure of the machine, too. All files are written by this class.
class OutputFile {
  public:
    /// Creates the temporary file. A target that is a link stays one. Throws Error if the target
    /// exists and is not a regular file, or if no file can be created beside it.
    explicit OutputFile(const std::filesystem::path& target);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// Throws Error if the disk is full.
    void write(std::span<const std::byte> bytes);
    void write(std::string_view text) { write(std::as_bytes(std::span(text))); }
    /// Flushes the file and replaces the target. Throws Error.
    void finish();

    /// The path of the temporary file, with the ending of the target, for programs that write it.
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

/// Removes what a program that was killed left unfinished beside a target, and in it if it is a
/// folder; returns what was removed. What another program is still writing stays.
std::vector<std::filesystem::path> clear_leftovers(const std::filesystem::path& target);

}  // namespace epochscope
