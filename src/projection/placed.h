#pragma once

#include <epochscope/projection/project.h>
#include <epochscope/projection/stored_map.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// The result of a method, as in Projection.
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

// One for each method.
Placed placed_by_pca(const Recording& recording, const PcaOptions& options, const Job& job,
                     const ProjectionWatch& watch);
Placed placed_by_tsne(const Recording& recording, const TsneOptions& options, const Job& job,
                      const ProjectionWatch& watch);
Placed placed_by_spacetime(const Recording& recording, const SpacetimeOptions& options,
                           const Job& job, const ProjectionWatch& watch);
Placed placed_by_timevis(const Recording& recording, const TimevisOptions& options, const Job& job,
                         const ProjectionWatch& watch, const Checkpointing& checkpointing);
Placed placed_by_dvi(const Recording& recording, const DviOptions& options, const Job& job,
                     const ProjectionWatch& watch, const Checkpointing& checkpointing);

/// By maps that are there: see project_by.
Placed placed_by_maps(const StoredMap& stored, const Recording& recording, int threads,
                      const Job& job, const ProjectionWatch& watch);

/// As few digits as say exactly this number.
std::string text_of(double value);
/// Three digits behind the point.
std::string rounded(double value);

}  // namespace epochscope
