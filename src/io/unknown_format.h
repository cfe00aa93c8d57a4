#pragma once

#include <epochscope/io/formats.h>

#include <filesystem>

namespace epochscope {

/// What is known of a path that no format opens, or that no format opens as a recording. Looks at
/// the folders above it and at what it holds, but no deeper.
UnknownPath describe_unknown(const std::filesystem::path& path, bool wants_recording);

}  // namespace epochscope
