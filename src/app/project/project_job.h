#pragma once

#include "app/tasks/task.h"

#include <epochscope/model/dataset.h>
#include <epochscope/model/recording.h>
#include <epochscope/opening/project_run.h>

#include <QObject>
#include <QStringList>

#include <atomic>
#include <chrono>
#include <memory>

namespace epochscope::app {

/// Projects a recording and writes the folder off the GUI thread, with signals on the GUI thread.
/// Deleting it cancels the work and waits for its end.
class ProjectJob : public QObject {
    Q_OBJECT

  public:
    enum class End { done, cancelled, failed };
    Q_ENUM(End)

    explicit ProjectJob(QObject* parent = nullptr);

    /// Only if nothing runs.
    void start(ProjectRun run);
    void cancel() { task_.cancel(); }
    [[nodiscard]] bool is_running() const { return task_.is_running(); }

  signals:
    /// The fraction done, 0..1.
    void progressed(double fraction);
    /// The stage, for the user.
    void began(const QString& stage);
    /// The positions of the epoch in progress: a dataset of that epoch alone. At most a few times a
    /// second, and not before the last one was shown.
    void formed(std::shared_ptr<const epochscope::Dataset> dataset);
    /// `message` is the fault if it failed; `remarks` and `warnings` are about the result.
    void ended(epochscope::app::ProjectJob::End end, const QString& message,
               const QStringList& remarks, const QStringList& warnings);

  private:
    struct Sentences {
        QStringList remarks;
        QStringList warnings;
    };
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] Sentences carry_out(const ProjectRun& run, const Job& job);
    void show(const Recording& recording, const ProjectionStatus& status);
    void finish(const Outcome<Sentences>& outcome);

    /// Whether the last picture has not been shown yet.
    std::atomic<bool> picture_waits_{false};
    // Used by the task's thread alone.
    Clock::time_point last_picture_;
    std::size_t last_epoch_ = 0;
    // Last: it ends before what it uses.
    Task<Sentences> task_;
};

}  // namespace epochscope::app
