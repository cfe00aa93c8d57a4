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
    bool landscape = false;
    DatasetFormat format = DatasetFormat::npy;
    std::filesystem::path target;
    /// Why it cannot be done; empty: it can.
    QString problem;
};

/// Checks a choice as far as that takes no time; never throws.
ProjectPlan plan_projection(const ProjectChoice& choice);

/// A folder to write that is not there yet: beside the recording, or at home where nothing can be
/// written there. Empty where there is no recording.
QString suggested_target(const QString& recording, const QString& method);

}  // namespace epochscope::app
