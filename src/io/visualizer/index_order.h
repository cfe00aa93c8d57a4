#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The order of samples in the `index.json` of a time-travelling-visualizer run, an object of lists
/// of samples (`{"train": [...], "test": [...]}`): row r of its projections is sample order[r]. The
/// lists follow one another as in the file. Empty if there is no file, or if row i is sample i for
/// all samples. Throws Error if the file is faulty.
std::vector<std::size_t> read_index_order(const std::filesystem::path& run, std::size_t samples);

/// The same of the text of such a file, which `where` names in errors.
std::vector<std::size_t> parse_index_order(const std::string& where, std::string_view text,
                                           std::size_t samples);

}  // namespace epochscope
