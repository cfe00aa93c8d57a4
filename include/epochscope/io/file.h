#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace epochscope {

/// Reads a file of at most `limit` bytes. Throws Error if it is larger, not a regular file, or
/// unreadable.
std::vector<std::uint8_t> read_file(const std::filesystem::path& file, std::size_t limit);

/// Writes a file completely or not at all: to a temporary file, which then replaces the target.
/// Throws Error (unwritable, disk full); then the target is unchanged.
void write_file(const std::filesystem::path& file, std::span<const std::uint8_t> bytes);

}  // namespace epochscope
