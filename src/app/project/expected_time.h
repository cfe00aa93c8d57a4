#pragma once

#include "app/tasks/query.h"

#include <epochscope/model/recording.h>
#include <epochscope/opening/project_run.h>
#include <epochscope/projection/duration.h>

#include <QObject>
#include <QString>

#include <filesystem>
#include <optional>
#include <stop_token>

namespace epochscope::app {

/// "About 20 s on this machine", of seconds.
QString expected_words(double seconds);

/// How long a run will take. Another thread opens the recording, and measures the machine once.
class ExpectedTime : public QObject {
    Q_OBJECT

  public:
    explicit ExpectedTime(QObject* parent = nullptr);

    /// The answer is found(), unless another run is asked about before.
    void ask(const ProjectRun& run);
    /// Stops looking.
    void forget();

  signals:
    /// Nothing if nobody can tell: the recording cannot be opened, or the method is a program of
    /// its own.
    void found(std::optional<double> seconds);

  private:
    std::optional<double> look(const ProjectRun& run, const std::stop_token& stop);

    // Of the other thread.
    std::filesystem::path opened_;
    std::optional<Recording> recording_;
    std::optional<MachineSpeed> speed_;
    // Last: its thread ends before what it uses.
    Query<ProjectRun, std::optional<double>> query_;
};

}  // namespace epochscope::app
