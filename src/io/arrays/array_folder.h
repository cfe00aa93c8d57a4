#pragma once

#include <epochscope/io/open.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <filesystem>

namespace epochscope {

/// Most memory that arrays of other types than int32 and float32 may take when they are converted
/// at opening, in bytes, all of them together.
inline constexpr std::size_t max_converted = std::size_t{1} << 30U;

/// Whether a folder is one of arrays: `positions.npy` is in it.
bool is_array_folder(const std::filesystem::path& folder);

/// Opens a folder of `info.json` and arrays (manual, formats.md). Arrays of little-endian int32
/// and float32 stay mapped: nothing but their heads and the labels is read, and nothing else of
/// them is checked. Others are converted in memory at once, which is warned of where it is much.
Dataset open_array_folder(const std::filesystem::path& folder, const OpenOptions& options,
                          const Job& job);

}  // namespace epochscope
