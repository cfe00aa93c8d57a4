#pragma once

#include "app/tasks/task.h"

#include <epochscope/model/dataset.h>
#include <epochscope/opening/measure_folder.h>

#include <QObject>
#include <QString>

#include <cstddef>
#include <memory>
#include <vector>

class QWidget;

namespace epochscope::app {

class Session;
class StatusLine;

/// Measures the open dataset against its recording and computes prototypes, off the GUI thread.
/// Results are stored in the folder and shown if it is still open.
class Measurer : public QObject {
    Q_OBJECT

  public:
    Measurer(QWidget& window, Session& session, StatusLine& status);

    /// Why trust cannot be measured now, in a sentence; empty if it can. The same for prototypes.
    [[nodiscard]] QString obstacle_to_trust() const;
    [[nodiscard]] QString obstacle_to_prototypes() const;

    void measure_trust();
    /// Asks for the numbers of clusters first.
    void ask_for_prototypes();
    void compute_prototypes(const std::vector<std::size_t>& levels);

    [[nodiscard]] bool is_running() const { return task_.is_running(); }

  signals:
    /// The work began or ended, or another dataset is open.
    void changed();
    /// How it ended.
    void message(const QString& text);

  private:
    [[nodiscard]] QString obstacle() const;
    void start(const QString& what, std::function<Findings(const Dataset&, const Job&)> find);
    void take(const Outcome<Findings>& outcome);

    QWidget& window_;
    Session& session_;
    StatusLine& status_;
    /// What is measured.
    std::shared_ptr<const Dataset> dataset_;
    // Last: its thread ends before what it uses.
    Task<Findings> task_;
};

}  // namespace epochscope::app
