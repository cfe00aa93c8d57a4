#pragma once

#include "app/datamap/linked_map.h"
#include "app/latest_wins.h"

#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <stop_token>

namespace epochscope::app {

class Session;

/// The two signals that a map is drawn of.
struct MapAxes {
    Signal horizontal = Signal::label_var;
    Signal vertical = Signal::avg_probs;
    friend bool operator==(const MapAxes&, const MapAxes&) = default;
};

/// What training tells of the samples of a dataset.
struct MappedDataset {
    /// Null where it was too much to be kept: then it is worked out again for other axes.
    std::shared_ptr<const TrainingDynamics> dynamics;
    /// Whether probabilities of labels are a guess (see TrainingDynamics).
    bool estimated = false;
    /// Of all evaluations.
    std::shared_ptr<const SignalTable> table;
    MapAxes axes;
    /// Null where the two signals are known of no sample.
    std::shared_ptr<const MapPlaces> places;
};

/// What a MapMaker is to work out; of dynamics that are known already where they are not null.
struct MapWish {
    std::shared_ptr<const Dataset> dataset;
    MapAxes axes;
    std::shared_ptr<const TrainingDynamics> dynamics;
    std::shared_ptr<const SignalTable> table;
};

/// Works it out, on any thread: by the logits where the dataset's folder is a recording, else by
/// predictions and confidence. Throws Error, or Cancelled when stopped.
MappedDataset mapped(const MapWish& wish, const Job& job);

/// Works out the signals of what is open, and the data map of them, on a thread of its own once
/// somebody wants them.
class MapMaker : public QObject {
    Q_OBJECT

  public:
    explicit MapMaker(Session& session, QObject* parent = nullptr);

    /// Why nothing can be worked out of what is open, in a sentence; empty where it can.
    [[nodiscard]] QString obstacle() const;
    /// Begins, where nothing is there yet, nothing under way and nothing was in vain.
    void want();
    /// The same, also where it was in vain before.
    void want_again();
    void cancel();
    [[nodiscard]] bool is_working() const { return working_; }
    /// Of what is open; null until it is there.
    [[nodiscard]] const std::shared_ptr<const MappedDataset>& mapped() const { return mapped_; }
    /// Why it is not there although it was wanted, or why it has no map; empty where all is well.
    [[nodiscard]] const QString& problem() const { return problem_; }

    [[nodiscard]] const MapAxes& axes() const { return axes_; }
    /// Of the maps from now on.
    void set_axes(const MapAxes& axes);

  signals:
    /// It is there, or gone, or begins, or ends, or other axes are wanted.
    void changed();
    /// The share done, 0..1.
    void progressed(double share);

  private:
    void follow_dataset();
    void begin();
    void work(const MapWish& wish, const std::stop_token& stop);
    void finish(const MapWish& wish, std::shared_ptr<const MappedDataset> result,
                const QString& problem);

    Session& session_;
    MapAxes axes_;
    bool working_ = false;
    std::shared_ptr<const MappedDataset> mapped_;
    QString problem_;
    // Last, so that it ends before what it tells.
    LatestWins<MapWish> worker_;
};

}  // namespace epochscope::app
