#include "app/events/event_watcher.h"

#include "app/datamap/dataset_dynamics.h"
#include "app/session.h"

#include <epochscope/model/error.h>

#include <optional>
#include <string>
#include <utility>

namespace epochscope::app {
namespace {

/// Sets of more places than this are looked through only for somebody who wants it: that reads all
/// of their files.
constexpr std::size_t most_unasked = 20'000'000;

/// By what was recorded of probabilities, if that can be had.
TrainingEvents events_of(const Dataset& dataset, const Job& job) {
    std::optional<TrainingDynamics> recorded;
    std::string fault;
    try {
        if (has_room_for_dynamics(dataset.series)) recorded = recorded_dynamics(dataset, job);
    } catch (const Error& error) {
        fault = error.what();
    }
    TrainingEvents events = training_events(dataset.series, recorded ? &*recorded : nullptr, job);
    if (!fault.empty()) events.warnings.push_back(std::move(fault));
    return events;
}

}  // namespace

EventWatcher::EventWatcher(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      worker_([this](const auto& dataset, const std::stop_token& stop) {
          work(dataset, stop);
          return std::nullopt;
      }) {
    connect(&session, &Session::dataset_changed, this, &EventWatcher::follow_dataset);
}

void EventWatcher::follow_dataset() {
    worker_.drop();
    working_ = false;
    found_ = nullptr;
    problem_.clear();
    emit changed();
    const auto& dataset = session_.dataset();
    if (dataset && dataset->series.sample_count() * dataset->series.epoch_count() <= most_unasked)
        want();
}

void EventWatcher::want() {
    if (working_ || found_ || !problem_.isEmpty() || !session_.dataset()) return;
    working_ = true;
    worker_.wish(session_.dataset());
    emit changed();
}

void EventWatcher::set_shown(EventKind kind, bool shown) {
    bool& current = shown_[static_cast<std::size_t>(kind)];
    if (current == shown) return;
    current = shown;
    emit shown_changed();
}

/// On the thread.
void EventWatcher::work(const std::shared_ptr<const Dataset>& dataset,
                        const std::stop_token& stop) {
    auto found = std::make_shared<FoundEvents>();
    QString problem;
    try {
        const Job job{.progress = {}, .stop = stop};
        *found = {dataset, events_of(*dataset, job)};
    } catch (const Cancelled&) {
        return;  // Nobody waits for it.
    } catch (const std::exception& error) {
        found = nullptr;
        problem = QString::fromUtf8(error.what());
    }
    QMetaObject::invokeMethod(
        this, [this, dataset, found, problem] { take(dataset, found, problem); },
        Qt::QueuedConnection);
}

void EventWatcher::take(const std::shared_ptr<const Dataset>& dataset,
                        std::shared_ptr<const FoundEvents> found, const QString& problem) {
    if (!working_ || !session_.shows(*dataset)) return;
    working_ = false;
    found_ = std::move(found);
    problem_ = problem;
    emit changed();
}

}  // namespace epochscope::app
