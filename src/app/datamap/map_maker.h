#pragma once

#include "app/datamap/map_positions.h"
#include "app/tasks/task.h"

#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/job.h>
#include <epochscope/query/sample_columns.h>

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace epochscope::app {

class Session;

/// The two signals of a data map.
struct MapAxes {
    Signal horizontal = Signal::label_var;
    Signal vertical = Signal::avg_probs;
    friend bool operator==(const MapAxes&, const MapAxes&) = default;
};

/// The signals of a dataset and its data map.
struct MappedDataset {
    std::shared_ptr<const Dataset> dataset;
    /// Null where they would take too much memory: then they are computed again for other axes.
    std::shared_ptr<const TrainingDynamics> dynamics;
    /// Whether probabilities of labels are estimated (see TrainingDynamics).
    bool estimated = false;
    /// Those of the dynamics.
    std::vector<std::string> warnings;
    /// Over all evaluations.
    std::shared_ptr<const SignalTable> table;
    MapAxes axes;
    /// Null where no sample has both signals.
    std::shared_ptr<const MapPositions> positions;
};

/// What a MapMaker computes; from these dynamics where they are not null.
struct MapRequest {
    /// Of the dataset; they keep the signals.
    std::shared_ptr<const SampleColumns> columns;
    MapAxes axes;
    std::shared_ptr<const TrainingDynamics> dynamics;
};

/// Computes it on any thread, from the logits of the dataset's recording if it has one, else from
/// predictions and confidence. Throws Error, Cancelled.
MappedDataset mapped(const MapRequest& request, const Job& job);

/// Computes the signals of the open dataset and its data map on request, on a thread of its own. As
/// epochs come, the last ones stay until the new ones are computed.
class MapMaker : public QObject {
    Q_OBJECT

  public:
    explicit MapMaker(Session& session, QObject* parent = nullptr);

    /// Why there can be no signals, in a sentence; empty if there can.
    [[nodiscard]] QString obstacle() const;
    /// Starts, unless there is a result, a problem or a run.
    void request();
    /// The same, even after a problem.
    void retry();
    void cancel();
    [[nodiscard]] bool is_working() const { return task_.is_running(); }
    /// Null until it is computed.
    [[nodiscard]] const std::shared_ptr<const MappedDataset>& mapped() const { return mapped_; }
    /// Why there is no result, or no map in it; empty if there is no problem.
    [[nodiscard]] const QString& problem() const { return problem_; }

    [[nodiscard]] const MapAxes& axes() const { return axes_; }
    /// Computes the map of these, if one was requested.
    void set_axes(const MapAxes& axes);

  signals:
    /// A run began or ended, the axes changed, or another dataset is open.
    void changed();
    /// The fraction done, 0..1.
    void progressed(double fraction);

  private:
    void follow_dataset();
    void follow_epochs();
    void start();
    void take(Outcome<std::shared_ptr<const MappedDataset>> outcome);

    Session& session_;
    MapAxes axes_;
    std::shared_ptr<const MappedDataset> mapped_;
    QString problem_;
    /// Whether epochs came since the result, or what is being computed, began.
    bool is_behind_ = false;
    // Last: its thread ends before what it uses.
    Task<std::shared_ptr<const MappedDataset>> task_;
};

}  // namespace epochscope::app
