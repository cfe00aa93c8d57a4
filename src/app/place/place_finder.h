#pragma once

#include "app/session/opened_recording.h"
#include "app/tasks/coalescing_worker.h"

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/model/dataset.h>

#include <QObject>
#include <QString>

#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>

namespace epochscope::app {

/// A place of the plane at an epoch.
struct PlaceAsked {
    std::shared_ptr<const Dataset> dataset;
    /// The epoch's index.
    std::size_t epoch = 0;
    Point place;
};

/// What was found of it.
struct PlaceFound {
    PlaceAsked asked;
    /// Nothing where the classifier says nothing there.
    std::optional<PlaceReading> reading;
    /// The samples nearest to it in feature space; none while they are looked for.
    std::optional<NearestPoints> nearest;
    /// Why there are none, in words; empty where there is no reason.
    QString problem;
};

/// Asks what the classifier says at a place and which samples are nearest to it in feature space,
/// on a thread of its own. Newest wins. The recording is opened when it is first asked for, and let
/// go with its set.
class PlaceFinder : public QObject {
    Q_OBJECT

  public:
    explicit PlaceFinder(QObject* parent = nullptr);

    void ask(const PlaceAsked& asked);
    /// Nobody waits for an answer any more; the recording is let go.
    void forget();

  signals:
    /// Twice for a question where there is an embedding: what the classifier says, and once it is
    /// known who is near.
    void found(const epochscope::app::PlaceFound& found);

  private:
    struct Request {
        /// Without a dataset: to let the recording go.
        PlaceAsked asked;
        /// What is known already when samples are looked for.
        std::optional<PlaceReading> reading = {};
    };
    std::optional<Request> answer(const Request& request, const std::stop_token& stop);
    void look_around(const Request& request, const std::stop_token& stop);
    void tell(PlaceFound found);

    /// The worker's own.
    OpenedRecording opened_;
    // Last: it ends before what it uses.
    CoalescingWorker<Request> worker_;
};

}  // namespace epochscope::app
