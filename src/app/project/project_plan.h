#pragma once

#include <epochscope/io/write_dataset.h>
#include <epochscope/projection/project.h>

#include <QString>

#include <filesystem>

namespace epochscope::app {

/// What the user asks for.
struct ProjectChoice {
    QString recording;
    ProjectOptions options;
    /// Whether samples are placed by the map of a folder instead, and that folder.
    bool map_is_kept = false;
    QString map;
    /// Whether it goes on from the checkpoint beside the target, if there is one.
    bool resumed = false;
    /// Whether the classification landscape of each epoch is painted as its background.
    bool landscape = false;
    DatasetFormat format = DatasetFormat::npy;
    /// The folder to write.
    QString target;
};

/// What will be done, or why it cannot be.
struct ProjectPlan {
    std::filesystem::path recording;
    ProjectOptions options;
    /// The folder whose map places the samples; empty: the options' method does.
    std::filesystem::path map;
    bool resumed = false;
    bool landscape = false;
    DatasetFormat format = DatasetFormat::npy;
    std::filesystem::path target;
    /// Why it cannot be done; empty: it can.
    QString problem;
};

/// Whether it leaves checkpoints beside its target while it works.
bool leaves_checkpoints(const ProjectPlan& plan);
/// Whether one is there, of a run that was left off.
bool has_checkpoint(const ProjectPlan& plan);

/// Checks a choice as far as that takes no time; never throws.
ProjectPlan plan_projection(const ProjectChoice& choice);

/// A folder to write that is not there yet: beside the recording, or at home where nothing can be
/// written there. Empty where there is no recording.
QString suggested_target(const QString& recording, const QString& method);

}  // namespace epochscope::app
