#pragma once

#include <epochscope/projection/kept_maps.h>
#include <epochscope/projection/project.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// What a method makes of a recording, in the words of Projection.
struct Placed {
    std::vector<std::vector<Point>> places;
    std::vector<LinearMap> maps;
    std::vector<LearnedMap> learned;
    std::map<std::string, std::string> source;
    std::vector<std::string> remarks;
    std::vector<std::string> warnings;
    /// What makes logits at epochs at which the recording has no head itself, an epoch after
    /// another: of learned maps and of linear ones. None, where there is nothing of the kind.
    Heads spare_heads = {};
    LogitPlanes spare_planes = {};
    /// What has to be seen besides the places.
    std::optional<Box> frame = {};
};

/// What a method is handed besides its options.
struct MethodRun {
    const Recording& recording;
    const Job& job;
    const ProjectionWatch& watch;
    const Checkpointing& checkpointing;
    /// Where the recording lies; empty if nobody knows.
    const std::filesystem::path& folder;
};

/// By maps that are there: see project_by.
Placed placed_by_maps(const KeptMaps& maps, const Recording& recording, int threads, const Job& job,
                      const ProjectionWatch& watch);

/// Of methods that draw random numbers.
Option seed_option(std::uint64_t& seed);

/// Three digits behind the point.
std::string rounded(double value);

}  // namespace epochscope
