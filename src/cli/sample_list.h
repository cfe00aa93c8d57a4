#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

namespace epochscope::cli {

/// Reads a list of samples, by index from 0: an index a line, or a table with a header, separated
/// by commas, semicolons or tabs, whose column `sample`, `index` or `id` counts. Keeps the order,
/// and each sample once. Throws Error with the line if it names no sample below `sample_count`.
std::vector<std::size_t> read_sample_list(const std::filesystem::path& file,
                                          std::size_t sample_count);

}  // namespace epochscope::cli
