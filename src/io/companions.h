#pragma once

#include <epochscope/model/job.h>

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// Those of these files that are there. What is there and no regular file is left out with a
/// warning.
std::vector<std::string> find_companions(const std::vector<std::filesystem::path>& files,
                                         std::vector<std::string>& warnings);

/// The same of those of a recorded run.
std::vector<std::string> find_run_companions(const std::filesystem::path& run,
                                             std::vector<std::string>& warnings);

/// Copies a file byte for byte, a piece at a time, telling the job each time that this share is
/// reached. Throws Error, also where the file becomes shorter meanwhile; Cancelled when stopped.
void copy_companion(const std::filesystem::path& from, const std::filesystem::path& to,
                    double share, const Job& job);

}  // namespace epochscope
