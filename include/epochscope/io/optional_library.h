#pragma once

#include <filesystem>
#include <span>
#include <string>

namespace epochscope {

/// Loads a library of the program that is built only where what it links is there, and keeps it.
/// Searches only these folders, or, if empty, the program's folder and `../lib/epochscope` beside
/// it. Returns the address of the symbol; null if no folder has the library. Throws Error if it
/// cannot be loaded: "`what` cannot be loaded (why)".
void* optional_library(const std::string& name, const char* symbol, const std::string& what,
                       std::span<const std::filesystem::path> folders = {});

}  // namespace epochscope
