#pragma once

#include "app/export/export_plan.h"

#include <QObject>

#include <stop_token>
#include <thread>

namespace epochscope::app {

/// Carries out a plan off the GUI thread and tells of it on the GUI thread.
class ExportJob : public QObject {
    Q_OBJECT

  public:
    enum class End { done, cancelled, failed };
    Q_ENUM(End)

    using QObject::QObject;
    /// Cancels, and waits until the work has let go.
    ~ExportJob() override = default;

    /// Only while nothing runs.
    void start(ExportPlan plan);
    void cancel() { thread_.request_stop(); }
    [[nodiscard]] bool is_running() const { return running_; }

  signals:
    /// The share done, 0..1.
    void progressed(double share);
    /// `message` says what is at fault where it failed.
    void ended(epochscope::app::ExportJob::End end, const QString& message);

  private:
    void work(const ExportPlan& plan, const std::stop_token& stop);
    void finish(End end, const QString& message);

    bool running_ = false;
    /// Last: it is joined before the rest goes.
    std::jthread thread_;
};

}  // namespace epochscope::app
