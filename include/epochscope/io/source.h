#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace epochscope {

/// The `source` of a folder's `info.json`: what made it (`method`, ...; see write_dataset). Empty
/// if it has none. Throws Error if the file is missing or faulty.
std::map<std::string, std::string> read_source(const std::filesystem::path& folder);

}  // namespace epochscope
