#pragma once

#include "app/tasks/task.h"

#include <epochscope/model/epoch_series.h>

#include <QObject>
#include <QString>

#include <optional>

namespace epochscope::app {

class Session;

/// Finds neighbours in feature space for a recording that is shown by its principal components, on
/// a thread of its own, and hands them to the session. If that would take long, the neighbours in
/// the plane stay.
class NeighbourFinder : public QObject {
    Q_OBJECT

  public:
    explicit NeighbourFinder(Session& session, QObject* parent = nullptr);

  signals:
    /// The recording cannot be read again.
    void failed(const QString& message);

  private:
    void follow_dataset();

    Session& session_;
    // Last: its thread ends before what it uses.
    Task<std::optional<EpochSeries>> task_;
};

}  // namespace epochscope::app
