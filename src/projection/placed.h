#pragma once

#include <epochscope/projection/project.h>

#include <map>
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
};

// One for each method.
Placed placed_by_pca(const Recording& recording, const PcaOptions& options, const Job& job,
                     const ProjectionWatch& watch);
Placed placed_by_tsne(const Recording& recording, const TsneOptions& options, const Job& job,
                      const ProjectionWatch& watch);
Placed placed_by_spacetime(const Recording& recording, const SpacetimeOptions& options,
                           const Job& job, const ProjectionWatch& watch);
Placed placed_by_timevis(const Recording& recording, const TimevisOptions& options, const Job& job,
                         const ProjectionWatch& watch);
Placed placed_by_dvi(const Recording& recording, const DviOptions& options, const Job& job,
                     const ProjectionWatch& watch);

/// As few digits as say it.
std::string text_of(double value);
/// Three digits behind the point.
std::string rounded(double value);

}  // namespace epochscope
