#pragma once

#include <epochscope/io/head_file.h>
#include <epochscope/io/open.h>
#include <epochscope/io/write_dataset.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/image.h>
#include <epochscope/model/job.h>
#include <epochscope/projection/project.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace epochscope {

/// A folder to be made of a recording.
struct ProjectRun {
    std::filesystem::path recording;
    /// Choices between the contents of the recording; `heads` below counts for its heads.
    OpenOptions opening = {};
    /// The condition that chose the samples of `opening`, which the folder says; empty: none.
    std::string where = {};
    ProjectOptions options = {};
    /// The folder whose maps place the samples; empty: the method of the options does.
    std::filesystem::path maps = {};
    std::filesystem::path target;
    /// Whether it goes on from the checkpoint beside the target, if there is one.
    bool resume = false;
    /// The size of the pictures, if the landscape of each epoch is painted as its background.
    std::optional<Size> landscape = {};
    DatasetFormat format = DatasetFormat::npy;
    HeadLoading heads = {};
};

/// Whether it leaves checkpoints beside its target.
bool leaves_checkpoints(const ProjectRun& run);
/// Whether there is one, of a run that was interrupted.
bool has_checkpoint(const ProjectRun& run);

enum class ProjectStage : std::uint8_t { opening, projecting, writing };

/// Is told how it goes, by the thread that works. Each may be empty.
struct ProjectObserver {
    std::function<void(ProjectStage)> began = {};
    std::function<void(const Recording&, const ProjectionStatus&)> watch = {};
    /// A sentence on what was done.
    std::function<void(const std::string&)> remark = {};
    /// A sentence on something amiss that the user should know.
    std::function<void(const std::string&)> warning = {};
};

/// Opens the recording, projects it, paints its landscape and writes the folder, whole or not at
/// all. Returns the series that was written. A checkpoint is removed when the folder is there.
/// Throws Error if the recording, the options or the target are at fault, Cancelled when stopped.
EpochSeries run_project(const ProjectRun& run, const Job& job = {},
                        const ProjectObserver& observer = {});

/// The same of a run that goes on: projects each epoch as it appears (FollowingProjection) into a
/// folder that grows (GrowingFolder), until the run has ended. Goes on with a target that such a
/// call has left. What was placed stays, also where its epoch was written again or is gone, which
/// is told. Returns the number of epochs in the folder. Throws Error as run_project does, and where
/// the target was made otherwise; Cancelled when stopped, with a folder that is whole.
std::size_t follow_project(const ProjectRun& run, const Job& job = {},
                           const ProjectObserver& observer = {});

}  // namespace epochscope
