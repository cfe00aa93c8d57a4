#pragma once

#include <epochscope/io/open.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <filesystem>

namespace epochscope {

/// Whether a folder has `data.json` or `info.json`.
bool is_sequence_scatter(const std::filesystem::path& folder);

/// Opens `info.json`, `data.json` and the backgrounds of a folder (manual, formats.md).
Dataset open_sequence_scatter(const std::filesystem::path& folder, const OpenOptions& options,
                              const Job& job);

}  // namespace epochscope
