#pragma once

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/compute/team.h>
#include <epochscope/model/background.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>
#include <epochscope/model/plane_map.h>
#include <epochscope/projection/checkpointing.h>
#include <epochscope/projection/landscape.h>
#include <epochscope/projection/methods.h>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

struct ProjectOptions {
    Method method = {};
    /// How many nearest neighbours in feature space are listed for each sample, of its own and of
    /// other classes each; 0: none.
    std::size_t neighbours = 10;
    /// Whether those that are found quickly will do (see approximate_neighbours.h): it is said how
    /// many of the nearest they are.
    bool approximate_neighbours = false;
    Distance distance = Distance::euclidean;
    /// Of methods that leave checkpoints.
    Checkpointing checkpointing = {};
    /// Where the recording lies, for methods that are programs of their own.
    std::filesystem::path folder = {};
    /// 0: all there are; stands for those of the methods too. The same result for any number.
    int threads = 0;
    /// Who works. Neighbours are listed at rank 0 alone; maps are there at others where the method
    /// shares work out (see MethodText).
    Team team = {};
};

/// Those that are not of a method. Bound to `options`.
std::vector<Option> options_of(ProjectOptions& options);

/// A recording that has become something to look at.
struct Projection {
    EpochSeries series;
    /// The map that placed the samples, and what makes logits; without maps if the method has none.
    PlaneMap map;
    /// The fraction of the variance along principal components, 0..1, at the first epoch.
    std::optional<double> explained_variance;
    /// What made it: method, parameters.
    std::map<std::string, std::string> source;
    /// What the user should know of it, in sentences: how much of the variance is shown, ...
    std::vector<std::string> remarks;
    std::vector<std::string> warnings;
};

/// Something that iterations lower: "divergence" (t-SNE's, as last estimated), "path stress" (see
/// SpacetimeStatus), ...
struct LossTerm {
    std::string_view name;
    double value = 0;
    /// Digits behind the point with which it is told.
    int digits = 3;
};

/// How an epoch stands that is being worked on.
struct ProjectionStatus {
    /// Its index.
    std::size_t epoch = 0;
    /// Valid during the call.
    std::span<const Point> places;
    /// None where nothing is iterated. Valid during the call.
    std::span<const LossTerm> losses;
    /// A line of an external program; there are no places then.
    std::string_view note = {};
};

/// Called from the thread that works, every few iterations.
using ProjectionWatch = std::function<void(const ProjectionStatus&)>;

/// Projects a recording. Throws Error where the recording's values are at fault or more memory is
/// needed than there is (before it is taken), Cancelled when stopped.
Projection project(const Recording& recording, const ProjectOptions& options = {},
                   const Job& job = {}, const ProjectionWatch& watch = {});

}  // namespace epochscope
