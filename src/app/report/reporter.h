#pragma once

#include "app/tasks/task.h"

#include <QObject>
#include <QString>
#include <QStringList>

class QMenu;
class QWidget;

namespace epochscope::app {

class Session;
class StatusLine;

/// Writes a page that tells what happened in the run that is open, off the GUI thread, as the verb
/// `report` does.
class Reporter : public QObject {
    Q_OBJECT

  public:
    Reporter(QWidget& window, Session& session, StatusLine& status);

    /// Whether a report can be begun: something is open, and none is being written.
    [[nodiscard]] bool can_begin() const;
    [[nodiscard]] bool is_running() const { return task_.is_running(); }
    /// Asks where to, then writes it.
    void ask();
    void write(const QString& file);

  signals:
    /// The work began or ended, or another dataset is open.
    void changed();
    /// How it ended.
    void message(const QString& words);

  private:
    /// A page that was written, and what is missing in it.
    struct Written {
        QString file;
        QStringList warnings;
    };

    void take(const Outcome<Written>& outcome);
    void offer(const Written& written);

    QWidget& window_;
    Session& session_;
    StatusLine& status_;
    // Last: its thread ends before what it uses.
    Task<Written> task_;
};

/// Adds "Export report" to a menu.
void add_report_action(QWidget& window, QMenu& menu, Reporter& reporter);

}  // namespace epochscope::app
