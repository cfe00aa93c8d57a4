#include "app/events/event_watcher.h"

#include "app/session/session.h"
#include "app/widgets/swatch.h"

#include <epochscope/model/error.h>
#include <epochscope/opening/open_signals.h>
#include <epochscope/render/palette.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace epochscope::app {
namespace {

/// Samples times epochs. Larger datasets are searched only on request, since that reads all of
/// their files.
constexpr std::size_t max_unasked = 20'000'000;

/// Uses the recorded probabilities if there are any.
TrainingEvents events_of(const Dataset& dataset, const Job& job) {
    std::optional<TrainingDynamics> recorded;
    std::string problem;
    try {
        if (has_room_for_dynamics(dataset.series)) recorded = recorded_dynamics(dataset, job);
    } catch (const Error& error) {
        problem = error.what();
    }
    TrainingEvents events = training_events(dataset.series, recorded ? &*recorded : nullptr, job,
                                            max_events, dataset.trust.get());
    if (!problem.empty()) events.warnings.push_back(std::move(problem));
    return events;
}

/// Between two checks whether to stop.
constexpr std::size_t events_between_checks = 1 << 16;

std::map<std::int32_t, std::vector<FlipCount>> flips_of(const FoundEvents& found, const Job& job) {
    std::map<std::pair<std::int32_t, std::int32_t>, std::size_t> counts;
    for (std::size_t i = 0; i < found.events.size(); ++i) {
        if (i % events_between_checks == 0) job.reached(1);
        if (found.events.kinds[i] != EventKind::flip) continue;
        const Flip flip = flip_at(found, i);
        ++counts[std::minmax(flip.from, flip.to)];
    }
    std::map<std::int32_t, std::vector<FlipCount>> flips;
    for (const auto& [pair, count] : counts) {
        flips[pair.first].emplace_back(pair.second, count);
        flips[pair.second].emplace_back(pair.first, count);
    }
    for (auto& [one, others] : flips)
        std::ranges::stable_sort(others, std::ranges::greater(), &FlipCount::second);
    return flips;
}

}  // namespace

Flip flip_at(const FoundEvents& found, std::size_t event) {
    const EpochSeries& series = found.dataset->series;
    const std::size_t epoch = found.events.epochs[event];
    const std::size_t sample = found.events.samples[event];
    return {series.epoch(epoch - 1).predictions[sample], series.epoch(epoch).predictions[sample]};
}

EventWatcher::EventWatcher(Session& session, HealthWatcher& health, QObject* parent)
    : QObject(parent),
      session_(session),
      health_(health),
      task_([this](auto outcome) { take(std::move(outcome)); }) {
    connect(&session, &Session::dataset_changed, this, &EventWatcher::follow_dataset);
    connect(&session, &Session::epochs_changed, this, &EventWatcher::follow_epochs);
    connect(&session, &Session::findings_changed, this, &EventWatcher::follow_findings);
    connect(&health, &HealthWatcher::changed, this, &EventWatcher::changed);
    for (const auto changes : {&Session::dataset_changed, &Session::style_changed})
        connect(&session, changes, this, &EventWatcher::follow_colours);
    follow_colours();
}

void EventWatcher::follow_dataset() {
    task_.drop();
    found_ = nullptr;
    problem_.clear();
    is_behind_ = false;
    emit changed();
    const auto& dataset = session_.dataset();
    if (dataset && dataset->series.sample_count() * dataset->series.epoch_count() <= max_unasked)
        request();
}

/// A search goes on to its end, so that epochs which come faster do not keep it from one.
void EventWatcher::follow_epochs() {
    is_behind_ = is_working();
    if (!is_behind_ && (found_ || !problem_.isEmpty())) start();
}

/// Trust may have been measured, which tells of motion.
void EventWatcher::follow_findings() {
    const auto& dataset = session_.dataset();
    if (dataset && found_ && found_->dataset->trust != dataset->trust) follow_epochs();
}

void EventWatcher::take(Outcome<std::shared_ptr<const FoundEvents>> outcome) {
    found_ = outcome.result.value_or(nullptr);
    problem_ = outcome.problem;
    if (is_behind_) start();
    emit changed();
}

void EventWatcher::follow_colours() {
    const ViewState& view = session_.view();
    const auto found = colours_apart(view.colours, shown_kinds, view.style.canvas);
    std::array<QColor, shown_kinds> colours;
    std::ranges::transform(found, colours.begin(), to_qcolor);
    if (colours == colours_) return;
    colours_ = colours;
    emit colours_changed();
}

void EventWatcher::request() {
    health_.request();
    if (is_working() || found_ || !problem_.isEmpty() || !session_.dataset()) return;
    start();
}

void EventWatcher::start() {
    is_behind_ = false;
    task_.start([dataset = session_.dataset()](const Job& job) {
        FoundEvents found{dataset, events_of(*dataset, job)};
        found.flips = flips_of(found, job);
        return std::make_shared<const FoundEvents>(std::move(found));
    });
    emit changed();
}

void EventWatcher::set_shown(EventKind kind, bool shown) {
    bool& current = shown_[static_cast<std::size_t>(kind)];
    if (current == shown) return;
    current = shown;
    emit shown_changed();
}

}  // namespace epochscope::app
