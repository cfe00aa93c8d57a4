#pragma once

#include <epochscope/model/job.h>

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// What goes with a set when it is written as arrays: of one folder the pictures of its samples
/// (`images.npy`, and the folder `image` of PNG files), of another `curves.csv`. What is there and
/// something else is left out with a warning.
std::vector<std::string> find_sidecar_files(const std::filesystem::path& pictures,
                                            const std::filesystem::path& curves,
                                            std::vector<std::string>& warnings);

/// The same of a recorded run.
std::vector<std::string> find_run_sidecar_files(const std::filesystem::path& run,
                                                std::vector<std::string>& warnings);

/// Copies a file byte for byte, or the PNG files of a folder, a piece at a time, telling the job
/// each time that this share is reached. Throws Error, also where the file becomes shorter
/// meanwhile; Cancelled when stopped.
void copy_sidecar(const std::filesystem::path& from, const std::filesystem::path& to,
                  double fraction, const Job& job);

}  // namespace epochscope
