#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// Whether the path exists; a broken link does. False if that cannot be found out.
bool path_exists(const std::filesystem::path& path);

/// Whether the path is a folder; false if that cannot be found out.
bool is_folder(const std::filesystem::path& path);

/// Whether a path lies in a folder once links are followed; false if that cannot be found out.
bool is_inside(const std::filesystem::path& path, const std::filesystem::path& folder);

/// The folders in a folder, sorted by name; empty if it cannot be read.
std::vector<std::filesystem::path> folders_in(const std::filesystem::path& folder);

/// The regular files in a folder, sorted by name, of its first `limit` entries; empty if it cannot
/// be read.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, std::size_t limit);

/// The text of a file of at most `limit` bytes. Throws Error.
std::string read_text(const std::filesystem::path& file, std::size_t limit);

}  // namespace epochscope
