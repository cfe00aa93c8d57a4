#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace epochscope {

/// What a folder's `info.json` says of what made it: `method`, ... (see write_dataset). Empty where
/// it says nothing. Throws Error where there is no such file, or it cannot be read.
std::map<std::string, std::string> read_source(const std::filesystem::path& folder);

}  // namespace epochscope
