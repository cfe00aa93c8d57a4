#pragma once

#include <epochscope/model/job.h>

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// Finds the pictures of a folder's samples: `images.npy` and the folder `image`. Warns of paths of
/// the wrong kind, and of links that lead out of their folder: a folder of others must not have
/// files of this machine copied.
std::vector<std::string> find_pictures(const std::filesystem::path& folder,
                                       std::vector<std::string>& warnings);

/// Finds the curves of a folder: `curves.csv` and the folder `runs`. Warns likewise.
std::vector<std::string> find_curves(const std::filesystem::path& folder,
                                     std::vector<std::string>& warnings);

/// Whether a sidecar file holds curves.
bool is_of_curves(const std::filesystem::path& file);

/// Finds the pictures of a recording, and its `curves.csv`. Warns likewise.
std::vector<std::string> find_run_sidecar_files(const std::filesystem::path& run,
                                                std::vector<std::string>& warnings);

/// Copies a file, the pictures of a folder, or all files of `runs`, piece by piece, and reports
/// `fraction` each time. Links within a folder are left out.
/// Throws Error, also if the file becomes shorter, and Cancelled.
void copy_sidecar(const std::filesystem::path& from, const std::filesystem::path& to,
                  double fraction, const Job& job);

}  // namespace epochscope
