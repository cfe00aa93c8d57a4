#include "app/datamap/map_maker.h"

#include "app/datamap/dataset_dynamics.h"
#include "app/session.h"

#include <cmath>
#include <new>
#include <utility>

namespace epochscope::app {
namespace {

/// Dynamics of more evaluations of samples than this (300 MB) are worked out again when other axes
/// are wanted.
constexpr std::size_t most_kept = 10'000'000;
/// The shares of the work that reading ends at, and the signals.
constexpr double read = 0.6;
constexpr double told = 0.7;

/// Whether there is a sample that both signals are known of.
bool has_places(const SignalTable& table, const MapAxes& axes) {
    const auto x = table[axes.horizontal];
    const auto y = table[axes.vertical];
    for (std::size_t i = 0; i < x.size(); ++i)
        if (std::isfinite(x[i]) && std::isfinite(y[i])) return true;
    return false;
}

}  // namespace

MappedDataset mapped(const MapWish& wish, const Job& job) {
    const EpochSeries& series = wish.dataset->series;
    if (!has_room_for_dynamics(series)) throw std::bad_alloc();
    MappedDataset result;
    result.axes = wish.axes;
    result.dynamics = wish.dynamics;
    if (!result.dynamics)
        result.dynamics = std::make_shared<const TrainingDynamics>(
            dynamics_for(*wish.dataset, job.part(0, read)));
    result.estimated = result.dynamics->estimated;
    result.table = wish.table;
    if (!result.table)
        result.table = std::make_shared<const SignalTable>(signals_of(*result.dynamics));
    job.reached(told);
    if (has_places(*result.table, wish.axes)) {
        MapOptions options;
        options.horizontal = wish.axes.horizontal;
        options.vertical = wish.axes.vertical;
        result.places = std::make_shared<const MapPlaces>(
            series, map_over_time(*result.dynamics, options, job.part(told, 1)));
    }
    if (series.sample_count() * result.dynamics->evaluation_count() > most_kept)
        result.dynamics = nullptr;
    return result;
}

MapMaker::MapMaker(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      worker_([this](const MapWish& wish, const std::stop_token& stop) -> std::optional<MapWish> {
          work(wish, stop);
          return std::nullopt;
      }) {
    connect(&session, &Session::dataset_changed, this, &MapMaker::follow_dataset);
}

QString MapMaker::obstacle() const {
    const auto& dataset = session_.dataset();
    if (!dataset) return tr("Nothing is open.");
    const bool predicts = dataset->series.has_predictions();
    const bool is_sure = dataset->series.has_confidence();
    if (predicts && is_sure) return {};
    if (predicts) return tr("This set has predictions, but no confidence.");
    if (is_sure) return tr("This set has confidence, but no predictions.");
    return tr("This set has neither predictions nor confidence.");
}

void MapMaker::follow_dataset() {
    worker_.drop();
    working_ = false;
    mapped_ = nullptr;
    problem_.clear();
    emit changed();
}

void MapMaker::want() {
    if (working_ || mapped_ || !problem_.isEmpty() || !obstacle().isEmpty()) return;
    begin();
}

void MapMaker::want_again() {
    if (!mapped_) problem_.clear();
    want();
}

void MapMaker::begin() {
    MapWish wish{session_.dataset(), axes_, nullptr, nullptr};
    if (mapped_) {
        wish.dynamics = mapped_->dynamics;
        wish.table = mapped_->table;
    }
    working_ = true;
    problem_.clear();
    worker_.wish(std::move(wish));
    emit changed();
}

void MapMaker::cancel() {
    if (!working_) return;
    worker_.drop();
    working_ = false;
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
    if (mapped_ || working_ || !problem_.isEmpty()) return begin();
    emit changed();
}

void MapMaker::work(const MapWish& wish, const std::stop_token& stop) {
    const auto tell = [this, wish](std::shared_ptr<const MappedDataset> result,
                                   const QString& problem) {
        QMetaObject::invokeMethod(
            this, [this, wish, result, problem] { finish(wish, result, problem); },
            Qt::QueuedConnection);
    };
    Job job;
    job.stop = stop;
    // Whole hundredths only: nobody sees more.
    job.progress = [this, last = -1.0](double share) mutable {
        const double rounded = std::floor(share * 100) / 100;
        if (rounded <= last) return;
        last = rounded;
        QMetaObject::invokeMethod(
            this, [this, rounded] { emit progressed(rounded); }, Qt::QueuedConnection);
    };
    try {
        tell(std::make_shared<const MappedDataset>(app::mapped(wish, job)), {});
    } catch (const Cancelled&) {
        return;  // Nobody waits for it.
    } catch (const std::bad_alloc&) {
        tell(nullptr, tr("There is not enough memory for the data map."));
    } catch (const std::exception& error) {
        tell(nullptr, QString::fromUtf8(error.what()));
    }
}

void MapMaker::finish(const MapWish& wish, std::shared_ptr<const MappedDataset> result,
                      const QString& problem) {
    // Meanwhile another set may be open, or other axes be wanted.
    if (!working_ || !session_.shows(*wish.dataset) || wish.axes != axes_) return;
    working_ = false;
    problem_ = problem;
    if (result) mapped_ = std::move(result);
    if (mapped_ && problem_.isEmpty() && !mapped_->places)
        problem_ = tr("One of the two signals is known of no sample of this set.");
    emit changed();
}

}  // namespace epochscope::app
