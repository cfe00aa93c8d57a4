#include "app/datamap/map_maker.h"

#include "app/session/session.h"

#include <epochscope/opening/open_signals.h>

#include <cmath>
#include <new>
#include <utility>

namespace epochscope::app {
namespace {

/// Samples times evaluations. Larger dynamics (300 MB) are computed again for other axes.
constexpr std::size_t max_kept = 10'000'000;
/// The fractions of the work after reading and after the signals.
constexpr double after_reading = 0.6;
constexpr double after_signals = 0.7;

/// Whether any sample has both signals.
bool has_positions(const SignalTable& table, const MapAxes& axes) {
    const auto x = table[axes.horizontal];
    const auto y = table[axes.vertical];
    for (std::size_t i = 0; i < x.size(); ++i)
        if (std::isfinite(x[i]) && std::isfinite(y[i])) return true;
    return false;
}

}  // namespace

MappedDataset mapped(const MapRequest& request, const Job& job) {
    const Dataset& dataset = *request.columns->dataset();
    const EpochSeries& series = dataset.series;
    if (!has_room_for_dynamics(series)) throw std::bad_alloc();
    MappedDataset result;
    result.dataset = request.columns->dataset();
    result.axes = request.axes;
    result.dynamics = request.dynamics;
    if (!result.dynamics)
        result.dynamics = std::make_shared<const TrainingDynamics>(
            dynamics_for(dataset, job.part(0, after_reading)));
    result.estimated = result.dynamics->estimated;
    result.warnings = result.dynamics->warnings;
    result.table = request.columns->signals_by([&](const Job&) {
        return std::make_shared<const SignalTable>(signals_of(*result.dynamics));
    });
    job.reached(after_signals);
    if (has_positions(*result.table, request.axes)) {
        MapOptions options;
        options.horizontal = request.axes.horizontal;
        options.vertical = request.axes.vertical;
        result.positions = std::make_shared<const MapPositions>(
            series, map_over_time(*result.dynamics, options, job.part(after_signals, 1)));
    }
    if (series.sample_count() * result.dynamics->evaluation_count() > max_kept)
        result.dynamics = nullptr;
    return result;
}

MapMaker::MapMaker(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      task_([this](auto outcome) { take(std::move(outcome)); },
            [this](double fraction) { emit progressed(fraction); }) {
    connect(&session, &Session::dataset_changed, this, &MapMaker::follow_dataset);
    connect(&session, &Session::epochs_changed, this, &MapMaker::follow_epochs);
}

QString MapMaker::obstacle() const {
    const auto& dataset = session_.dataset();
    if (!dataset) return tr("Nothing is open.");
    const bool predicts = dataset->series.has_predictions();
    const bool is_sure = dataset->series.has_confidence();
    if (predicts && is_sure) return {};
    if (predicts) return tr("This dataset has predictions, but no confidence.");
    if (is_sure) return tr("This dataset has confidence, but no predictions.");
    return tr("This dataset has neither predictions nor confidence.");
}

void MapMaker::follow_dataset() {
    task_.drop();
    mapped_ = nullptr;
    problem_.clear();
    is_behind_ = false;
    emit changed();
}

/// What runs goes on to its end, so that epochs which come faster do not keep it from one.
void MapMaker::follow_epochs() {
    is_behind_ = true;
    if (!is_working() && (mapped_ || !problem_.isEmpty()) && obstacle().isEmpty()) start();
}

void MapMaker::request() {
    if (is_working() || mapped_ || !problem_.isEmpty() || !obstacle().isEmpty()) return;
    start();
}

void MapMaker::retry() {
    if (!mapped_) problem_.clear();
    request();
}

void MapMaker::start() {
    const bool is_behind = std::exchange(is_behind_, false);
    const MapRequest request{session_.columns(), axes_,
                             mapped_ && !is_behind ? mapped_->dynamics : nullptr};
    problem_.clear();
    task_.start([request](const Job& job) {
        return std::make_shared<const MappedDataset>(app::mapped(request, job));
    });
    emit changed();
}

void MapMaker::cancel() {
    if (!is_working()) return;
    task_.drop();
    if (mapped_) {
        axes_ = mapped_->axes;
    } else {
        problem_ = tr("Cancelled.");
    }
    emit changed();
}

void MapMaker::set_axes(const MapAxes& axes) {
    if (axes == axes_) return;
    axes_ = axes;
    if (mapped_ || is_working() || !problem_.isEmpty()) return start();
    emit changed();
}

void MapMaker::take(Outcome<std::shared_ptr<const MappedDataset>> outcome) {
    problem_ = outcome.problem;
    if (outcome.result) mapped_ = std::move(*outcome.result);
    if (mapped_ && problem_.isEmpty() && !mapped_->positions)
        problem_ = tr("No sample of this dataset has both signals.");
    if (is_behind_) return start();
    emit changed();
}

}  // namespace epochscope::app
