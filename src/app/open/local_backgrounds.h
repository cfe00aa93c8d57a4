#pragma once

#include "app/tasks/task.h"

#include <epochscope/model/background.h>
#include <epochscope/model/epoch_series.h>

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace epochscope::app {

class Session;

/// The template that matches a picture's path: `run_12/bg.png` gives `run_${epoch}/bg.png` if the
/// series has an epoch 12. The last such number counts; nothing if there is none.
std::optional<QString> background_template(const QString& picture, const EpochSeries& series);

/// Opens background files named by a template with `${epoch}`, off the GUI thread, and hands them
/// to the session. Opening another dataset cancels.
class LocalBackgrounds : public QObject {
    Q_OBJECT

  public:
    explicit LocalBackgrounds(Session& session, QObject* parent = nullptr);

    void start(const QString& path_template);

  signals:
    /// What was done or why not, in a sentence.
    void finished(const QString& message);

  private:
    struct Found {
        /// Null where no picture was found.
        std::shared_ptr<const BackgroundSource> backgrounds;
        QString warnings;
    };
    void take(const Outcome<Found>& outcome);

    Session& session_;
    // Last: its thread ends before what it uses.
    Task<Found> task_;
};

}  // namespace epochscope::app
