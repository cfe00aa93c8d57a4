#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace epochscope {

// What is being written lies beside its target until it is whole, and is locked by its writer. What
// can be locked by another is a leftover: its writer has ended.

/// How many names are tried.
inline constexpr int max_unfinished = 1000;

/// The part of an unfinished file's or folder's name that says so: ".part-<process>-<attempt>".
std::string unfinished_mark(int attempt);

/// Locks what was created just now. False if another program has taken it for a leftover.
bool claim_unfinished(int descriptor);

/// Writes what the system still holds of a file or a folder to the disk, as far as that is
/// possible.
void sync_path(const std::filesystem::path& path);

}  // namespace epochscope
