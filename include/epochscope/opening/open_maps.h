#pragma once

#include <epochscope/model/job.h>
#include <epochscope/projection/kept_maps.h>

#include <filesystem>

namespace epochscope {

/// Opens the maps of a folder that was projected (see project_by). Throws Error where it has none,
/// or where what it has is at fault: that is an error here, where nothing can be done without.
KeptMaps open_maps(const std::filesystem::path& folder, const Job& job = {});

}  // namespace epochscope
