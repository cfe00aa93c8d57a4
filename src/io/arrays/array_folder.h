#pragma once

#include <epochscope/io/open.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <filesystem>

namespace epochscope {

/// Whether a folder has `positions.npy`.
bool is_array_folder(const std::filesystem::path& folder);

/// Opens a folder of `info.json` and arrays (manual, formats.md). Little-endian int32 and float32
/// arrays stay mapped; only their headers and the labels are read and checked. Others are converted
/// in memory, with a warning if they are large.
Dataset open_array_folder(const std::filesystem::path& folder, const OpenOptions& options,
                          const Job& job);

}  // namespace epochscope
