#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// The absolute paths of possible curve files, sorted: the file itself, or those of a folder (see
/// read_training_curves). Does not follow links to folders. Skips excess files with a warning.
/// Throws Error if the path is neither a file nor a folder.
std::vector<std::filesystem::path> find_curve_files(const std::filesystem::path& path,
                                                    std::vector<std::string>& warnings);

/// Whether a file may hold curves, by its name.
bool may_hold_curves(const std::filesystem::path& file);

/// Whether a file has the name of a TensorBoard event file.
bool has_event_name(const std::filesystem::path& file);

/// Whether a file has a name that loggers give to tables of curves.
bool has_table_name(const std::filesystem::path& file);

}  // namespace epochscope
