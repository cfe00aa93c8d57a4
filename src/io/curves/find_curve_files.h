#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// Files that curves may be read from, absolute, in the order of their paths: the file itself, or
/// those of a folder (see read_training_curves). Links to folders are not followed. What there is
/// too much of is left out with a warning. Throws Error where it is neither file nor folder.
std::vector<std::filesystem::path> find_curve_files(const std::filesystem::path& path,
                                                    std::vector<std::string>& warnings);

/// Whether a file is called like TensorBoard's event files.
bool has_event_name(const std::filesystem::path& file);

}  // namespace epochscope
