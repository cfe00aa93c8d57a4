#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>
#include <epochscope/projection/project.h>
#include <epochscope/projection/stored_map.h>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace epochscope {

/// The methods that can go along: see MethodText::goes_along.
std::vector<Method> methods_that_go_along();

/// Projects a run that goes on, an epoch at a time. What was placed stays where it is. Each epoch
/// is decided by the recording, the options and the places before it alone, so that going on later
/// gives the same places.
class FollowingProjection {
  public:
    /// By the method of the options. Throws Error if that cannot go along.
    explicit FollowingProjection(ProjectOptions options);
    /// By the maps of a folder, as project_by does.
    FollowingProjection(StoredMap maps, ProjectOptions options);

    /// Whether one map serves all epochs: then each result has the same. Otherwise a map is of its
    /// epoch alone, if the method has maps.
    [[nodiscard]] bool has_one_map() const;

    /// Projects the epoch of this index, alone: the result is of this one epoch. `before` are the
    /// epochs that were placed, with N places each, in the order of their numbers, which are below
    /// that of the new one; those that the recording has no more do not count. `frame` is theirs;
    /// that of the result holds it. Throws as project does. The time does not grow with the number
    /// of epochs before: about 30 of them are looked at, the farther back, the sparser.
    [[nodiscard]] Projection next(const Recording& recording, std::size_t epoch,
                                  std::span<const Epoch> before = {},
                                  const std::optional<Box>& frame = {}, const Job& job = {},
                                  const ProjectionWatch& watch = {}) const;

  private:
    ProjectOptions options_;
    std::optional<StoredMap> maps_;
};

}  // namespace epochscope
