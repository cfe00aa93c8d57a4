#pragma once

#include "app/latest_wins.h"

#include <epochscope/model/dataset.h>

#include <QObject>
#include <QString>

#include <memory>
#include <stop_token>

namespace epochscope::app {

class Session;

/// Finds, for a recording that was opened by its principal components, the neighbours in feature
/// space on a thread of its own, and hands them to the session; where that would take long, those
/// nearest in the plane stay.
class NeighbourFinder : public QObject {
    Q_OBJECT

  public:
    explicit NeighbourFinder(Session& session, QObject* parent = nullptr);

  signals:
    /// It could not be done: the recording has changed since it was opened.
    void failed(const QString& message);

  private:
    using Wish = std::shared_ptr<const Dataset>;

    void follow_dataset();
    void find(const Dataset& dataset, const std::stop_token& stop);

    Session& session_;
    // Last, so that it ends before what it tells.
    LatestWins<Wish> worker_;
};

}  // namespace epochscope::app
