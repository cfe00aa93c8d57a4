#pragma once

#include "app/curves/dock_curve.h"
#include "app/tasks/task.h"

#include <epochscope/io/training_curves.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <map>
#include <memory>
#include <optional>

namespace epochscope::app {

class Session;

/// Gathers the curves of the open dataset on a thread of its own: those computed from it,
/// `curves.csv`, `runs` and `prototypes/signals.csv` of its folder, and files that were opened in
/// addition. While it is active it checks every two seconds whether they have grown.
class CurveGatherer : public QObject {
    Q_OBJECT

  public:
    explicit CurveGatherer(Session& session, QObject* parent = nullptr);

    /// While it is inactive nothing is read.
    void set_active(bool active);
    /// Reads these files or folders too, until another dataset is open.
    void open(const QStringList& paths);
    /// Stops reading and forgets the files opened last.
    void cancel();
    /// Whether something new is being read; a check for growth does not count.
    [[nodiscard]] bool is_working() const { return working_; }
    [[nodiscard]] const GatheredCurves& gathered() const { return gathered_; }

  signals:
    void changed();
    /// The fraction done: 0 when reading begins, 1 when it ends.
    void progressed(double fraction);

  private:
    struct Request {
        std::shared_ptr<const Dataset> dataset;
        QStringList paths;
        int number = 0;
    };
    /// What the thread remembers from request to request.
    struct Memory {
        std::shared_ptr<const Dataset> dataset;
        DockCurves computed;
        std::map<QString, CurveFollower> followers;
        QStringList problems;
        int number = -1;
    };

    void follow_dataset();
    /// Reads everything, or checks for growth.
    void read(bool anew);
    void take(Outcome<std::optional<GatheredCurves>> outcome);
    // On the thread. Whether anything is new:
    bool update(const Request& request, const Job& job);
    bool update(const QString& path, const Job& job);
    [[nodiscard]] GatheredCurves gather(const Request& request);

    Session& session_;
    QTimer timer_;
    bool is_active_ = false;
    bool working_ = false;
    /// Counts the readings.
    int number_ = 0;
    QStringList paths_;
    /// How many of them have been read.
    qsizetype read_paths_ = 0;
    GatheredCurves gathered_;
    Memory memory_;
    // Last: its thread ends before what it uses.
    Task<std::optional<GatheredCurves>> task_;
};

}  // namespace epochscope::app
