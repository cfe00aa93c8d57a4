#pragma once

#include "app/curves/dock_curve.h"
#include "app/latest_wins.h"

#include <epochscope/io/training_curves.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <filesystem>
#include <map>
#include <memory>

namespace epochscope::app {

class Session;

/// Gathers the curves of what is open, on a thread of its own: what can be worked out,
/// `curves.csv`, `runs` and `prototypes/signals.csv` of its folder, and whatever was opened
/// besides. While it is awake it looks every two seconds whether they have grown.
class CurveGatherer : public QObject {
    Q_OBJECT

  public:
    explicit CurveGatherer(Session& session, QObject* parent = nullptr);

    /// Nothing is read while nobody looks.
    void set_awake(bool awake);
    /// Reads these files or folders too, as long as this set is open.
    void open(const QStringList& paths);
    /// Gives up what is being read, and what was opened last.
    void cancel();
    /// Whether something new is being read, rather than looked at again.
    [[nodiscard]] bool is_working() const { return working_; }
    [[nodiscard]] const GatheredCurves& gathered() const { return gathered_; }

  signals:
    /// There are others, or none.
    void changed();
    /// It begins, with a share of 0, or goes on; 1 when it ends.
    void progressed(double share);

  private:
    struct Wish {
        std::shared_ptr<const Dataset> dataset;
        QStringList paths;
        int number = 0;
    };
    /// What the thread keeps from wish to wish.
    struct Memory {
        std::shared_ptr<const Dataset> dataset;
        DockCurves computed;
        std::map<QString, CurveFollower> followers;
        QStringList faults;
        int number = -1;
    };

    void follow_dataset();
    void look(bool anew);
    void work(const Wish& wish, const std::stop_token& stop);
    bool update(const Wish& wish, const Job& job);
    bool read(const QString& path, const Job& job);
    [[nodiscard]] GatheredCurves gather(const Wish& wish);
    void take(const Wish& wish, const std::shared_ptr<GatheredCurves>& gathered);

    Session& session_;
    QTimer timer_;
    bool awake_ = false;
    bool working_ = false;
    int number_ = 0;
    QStringList paths_;
    /// How many of them were there before the last ones.
    qsizetype read_paths_ = 0;
    GatheredCurves gathered_;
    Memory memory_;
    // Last, so that it ends before what it tells.
    LatestWins<Wish> worker_;
};

}  // namespace epochscope::app
