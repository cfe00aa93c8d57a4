#pragma once

#include <epochscope/model/job.h>

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// Finds the sidecar files of a dataset: the pictures of samples in a folder (`images.npy` and the
/// folder `image`), and `curves.csv` in another. Warns of paths of the wrong kind.
std::vector<std::string> find_sidecar_files(const std::filesystem::path& pictures,
                                            const std::filesystem::path& curves,
                                            std::vector<std::string>& warnings);

/// The same for a recording.
std::vector<std::string> find_run_sidecar_files(const std::filesystem::path& run,
                                                std::vector<std::string>& warnings);

/// Copies a file, or the pictures of a folder, piece by piece, and reports `fraction` each time.
/// Throws Error, also if the file becomes shorter, and Cancelled.
void copy_sidecar(const std::filesystem::path& from, const std::filesystem::path& to,
                  double fraction, const Job& job);

}  // namespace epochscope
