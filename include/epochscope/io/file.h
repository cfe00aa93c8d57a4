#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace epochscope {

/// Reads a whole file, at most `limit` bytes; throws Error where it cannot, is no regular file, or
/// is larger.
std::vector<std::uint8_t> read_file(const std::filesystem::path& file, std::size_t limit);

/// Writes a file whole or not at all: beside its target first, then renamed over it. Throws Error
/// (unwritable, disk full) and leaves then what was there.
void write_file(const std::filesystem::path& file, std::span<const std::uint8_t> bytes);

}  // namespace epochscope
