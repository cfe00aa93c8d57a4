#pragma once

#include "io/format.h"

#include <filesystem>
#include <optional>

namespace epochscope {

/// A format and the path that it opens.
struct FormatChoice {
    const Format* format = nullptr;
    std::filesystem::path path;
};

enum class Wanted { any, dataset, recording };

/// The canonical path. Throws Error if it cannot be read or is neither folder nor regular file.
std::filesystem::path readable_path(const std::filesystem::path& path);

/// The first format that opens a canonical path, or the folder of a file; nothing if none does.
std::optional<FormatChoice> choose_format(const std::filesystem::path& path, Wanted wanted);

}  // namespace epochscope
