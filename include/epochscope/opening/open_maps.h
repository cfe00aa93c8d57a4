#pragma once

#include <epochscope/model/job.h>
#include <epochscope/projection/stored_map.h>

#include <filesystem>

namespace epochscope {

/// Opens the map of a folder that was projected (see project_by). Throws Error if it has none, or
/// if its map is broken: opening the folder itself only warns of that.
StoredMap open_maps(const std::filesystem::path& folder, const Job& job = {});

}  // namespace epochscope
