#pragma once

#include <epochscope/compute/team.h>
#include <epochscope/projection/project.h>
#include <epochscope/projection/stored_map.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// The result of a method, as in Projection: of the epochs that were placed.
struct Placed {
    std::vector<std::vector<Point>> places;
    /// With logits for epochs at which the recording has no head itself, if there are any.
    PlaneMap map;
    std::map<std::string, std::string> source;
    std::vector<std::string> remarks;
    std::vector<std::string> warnings;
    std::optional<double> explained_variance = {};
    /// Must be visible besides the places.
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
    /// The places of the recording's epochs but the last, which stay: only that one is placed. None
    /// where all are placed, which is all that methods do which cannot go along.
    std::span<const std::vector<Point>> before = {};
    Team team = {};
};

/// By maps that are there: see project_by.
Placed placed_by_maps(const StoredMap& stored, const Recording& recording, int threads,
                      const Job& job, const ProjectionWatch& watch, const Team& team = {});

/// Of methods that draw random numbers.
Option seed_option(std::uint64_t& seed);

/// Three digits behind the point.
std::string rounded(double value);

}  // namespace epochscope
