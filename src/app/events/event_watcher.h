#pragma once

#include "app/latest_wins.h"

#include <epochscope/analysis/training_events.h>
#include <epochscope/model/dataset.h>

#include <QObject>
#include <QString>

#include <array>
#include <memory>

namespace epochscope::app {

class Session;

/// The events of a set.
struct FoundEvents {
    std::shared_ptr<const Dataset> dataset;
    TrainingEvents events;
};

/// Which kinds of events are shown.
using ShownKinds = std::array<bool, event_kinds>;

/// Finds the events of what is open, on a thread of its own: of small sets at once, of large ones
/// when somebody wants them. By the logits of a recording where there are some.
class EventWatcher : public QObject {
    Q_OBJECT

  public:
    explicit EventWatcher(Session& session, QObject* parent = nullptr);

    void want();
    [[nodiscard]] bool is_working() const { return working_; }
    /// Of what is open; null until they are there.
    [[nodiscard]] const std::shared_ptr<const FoundEvents>& found() const { return found_; }
    /// Why they are not there although they were wanted.
    [[nodiscard]] const QString& problem() const { return problem_; }

    [[nodiscard]] const ShownKinds& shown() const { return shown_; }
    void set_shown(EventKind kind, bool shown);

  signals:
    /// They are there, or gone, or begin to be found.
    void changed();
    /// Other kinds are shown.
    void shown_changed();

  private:
    void follow_dataset();
    void work(const std::shared_ptr<const Dataset>& dataset, const std::stop_token& stop);
    void take(const std::shared_ptr<const Dataset>& dataset,
              std::shared_ptr<const FoundEvents> found, const QString& problem);

    Session& session_;
    bool working_ = false;
    std::shared_ptr<const FoundEvents> found_;
    QString problem_;
    ShownKinds shown_{true, true, true};
    // Last, so that it ends before what it tells.
    LatestWins<std::shared_ptr<const Dataset>> worker_;
};

}  // namespace epochscope::app
