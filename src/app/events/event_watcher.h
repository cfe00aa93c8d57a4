#pragma once

#include "app/health/health_watcher.h"
#include "app/tasks/task.h"

#include <epochscope/analysis/training_events.h>
#include <epochscope/model/dataset.h>

#include <QColor>
#include <QObject>
#include <QString>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace epochscope::app {

class Session;

/// A class, and how many flips lead to it or from it.
using FlipCount = std::pair<std::int32_t, std::size_t>;

/// The events of a dataset.
struct FoundEvents {
    std::shared_ptr<const Dataset> dataset;
    TrainingEvents events;
    /// Of each class that flips lead from or to: the other classes, most flips first.
    std::map<std::int32_t, std::vector<FlipCount>> flips = {};

    /// Whether events of this kind could be found: false and frozen moves need measured motion.
    [[nodiscard]] bool knows(EventKind kind) const {
        const bool is_of_motion = kind == EventKind::false_move || kind == EventKind::frozen_move;
        return !is_of_motion || (dataset->trust && !dataset->trust->motion.empty());
    }
};

/// The classes predicted before and after a flip.
struct Flip {
    std::int32_t from = 0;
    std::int32_t to = 0;
};

/// Of the event of this index, a flip.
Flip flip_at(const FoundEvents& found, std::size_t event);

/// Those of samples, and alerts.
inline constexpr std::size_t shown_kinds = event_kinds + 1;
/// Which kinds of events are shown.
using ShownKinds = std::array<bool, shown_kinds>;

/// Finds the events of the open dataset on a thread of its own: of small datasets at once, of large
/// ones on request. As epochs come, those found last stay until the new ones are found. Uses the
/// logits of a recording if there are any. Alerts are those that `health` finds.
class EventWatcher : public QObject {
    Q_OBJECT

  public:
    EventWatcher(Session& session, HealthWatcher& health, QObject* parent = nullptr);

    void request();
    [[nodiscard]] bool is_working() const { return task_.is_running(); }
    /// Those of samples; null until they are found.
    [[nodiscard]] const std::shared_ptr<const FoundEvents>& found() const { return found_; }
    [[nodiscard]] const HealthWatcher& health() const { return health_; }
    /// Why they were not found; empty if there is no problem.
    [[nodiscard]] const QString& problem() const { return problem_; }

    [[nodiscard]] const ShownKinds& shown() const { return shown_; }
    void set_shown(EventKind kind, bool shown);

    /// The colour of a kind's ticks and rows; no class has it.
    [[nodiscard]] const QColor& colour_of(EventKind kind) const {
        return colours_[static_cast<std::size_t>(kind)];
    }

  signals:
    /// A search began or ended, another dataset is open, or its alerts have changed.
    void changed();
    void shown_changed();
    void colours_changed();

  private:
    void follow_dataset();
    void follow_epochs();
    void follow_findings();
    void follow_colours();
    void take(Outcome<std::shared_ptr<const FoundEvents>> outcome);
    void start();

    Session& session_;
    HealthWatcher& health_;
    std::shared_ptr<const FoundEvents> found_;
    QString problem_;
    /// Whether epochs came while it searched.
    bool is_behind_ = false;
    ShownKinds shown_{true, true, true, true, true, true};
    std::array<QColor, shown_kinds> colours_;
    // Last: its thread ends before what it uses.
    Task<std::shared_ptr<const FoundEvents>> task_;
};

}  // namespace epochscope::app
