#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/recording.h>
#include <epochscope/opening/project_run.h>

#include <QObject>
#include <QStringList>

#include <atomic>
#include <chrono>
#include <memory>
#include <stop_token>
#include <thread>

namespace epochscope::app {

/// Projects a recording and writes the folder off the GUI thread, and tells of it on the GUI
/// thread.
class ProjectJob : public QObject {
    Q_OBJECT

  public:
    enum class End { done, cancelled, failed };
    Q_ENUM(End)

    using QObject::QObject;
    /// Cancels, and waits until the work has let go.
    ~ProjectJob() override = default;

    /// Only while nothing runs.
    void start(ProjectRun run);
    void cancel() { thread_.request_stop(); }
    [[nodiscard]] bool is_running() const { return running_; }

  signals:
    /// The share done, 0..1.
    void progressed(double share);
    /// What is being done, in words.
    void began(const QString& stage);
    /// Where the samples are of the epoch under way: a dataset of that epoch alone. At most some
    /// times a second, and not before the last one was shown.
    void formed(std::shared_ptr<const epochscope::Dataset> dataset);
    /// `message` says what is at fault where it failed; `remarks` and `warnings` what the user
    /// should know of what is done.
    void ended(epochscope::app::ProjectJob::End end, const QString& message,
               const QStringList& remarks, const QStringList& warnings);

  private:
    /// What a run tells at its end.
    struct Outcome {
        End end = End::done;
        QString message;
        QStringList remarks;
        QStringList warnings;
    };
    using Clock = std::chrono::steady_clock;

    void work(const ProjectRun& run, const std::stop_token& stop);
    [[nodiscard]] Outcome carry_out(const ProjectRun& run, const std::stop_token& stop);
    void show(const Recording& recording, const ProjectionStatus& status);
    template <typename Telling>
    void tell(Telling telling);
    void finish(const Outcome& outcome);

    bool running_ = false;
    /// Whether the last picture has not been shown yet.
    std::atomic<bool> picture_waits_{false};
    // The thread's own.
    Clock::time_point last_picture_;
    std::size_t last_epoch_ = 0;
    // Last: it is joined before the rest goes.
    std::jthread thread_;
};

}  // namespace epochscope::app
