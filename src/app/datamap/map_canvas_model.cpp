#include "app/datamap/map_canvas_model.h"

#include "app/datamap/map_maker.h"
#include "app/datamap/signal_words.h"
#include "app/session/session.h"

#include <utility>

namespace epochscope::app {
namespace {

std::string axis_name(Signal signal) {
    return QStringLiteral("%1: %2").arg(signal_name(signal), signal_words(signal)).toStdString();
}

Dataset map_of(const Dataset& seen, const MapAxes& axes,
               const std::shared_ptr<const MapPositions>& positions) {
    Dataset map{
        with_positions(seen.series, positions), nullptr, seen.name, seen.path, seen.format, {}};
    map.axes = Axes{axis_name(axes.horizontal), axis_name(axes.vertical)};
    map.preserved = seen.preserved;
    map.thumbnails = seen.thumbnails;
    return map;
}

}  // namespace

MapCanvasModel::MapCanvasModel(Session& session, MapMaker& maker)
    : CanvasModel(session), maker_(maker) {
    connect(&maker, &MapMaker::changed, this, &MapCanvasModel::take_positions);
    connect(&session, &Session::neighbours_changed, this, &MapCanvasModel::take_neighbours);
    connect(&session, &Session::teachers_changed, this, &CanvasModel::changed);
    connect(&session, &Session::playhead_changed, this, &CanvasModel::changed);
    connect(&session, &Session::selection_changed, this, &CanvasModel::changed);
    connect(&session, &Session::picked_changed, this, &CanvasModel::changed);
    connect(&session, &Session::filter_changed, this, &CanvasModel::changed);
    connect(&session, &Session::style_changed, this, &CanvasModel::changed);
    take_positions();
}

void MapCanvasModel::take_positions() {
    const auto& mapped = maker_.mapped();
    std::shared_ptr<const MapPositions> positions = mapped ? mapped->positions : nullptr;
    // The hint of the empty canvas may have changed.
    if (positions == positions_) return positions ? void() : emit changed();
    positions_ = std::move(positions);
    if (!positions_) {
        map_ = nullptr;
    } else {
        // As epochs come, the camera stays where the plane does.
        const Box frame = positions_->frame();
        if (!map_ || camera_ == home(map_->series.frame()) || map_->path != mapped->dataset->path)
            camera_ = home(frame);
        map_ = std::make_shared<const Dataset>(map_of(*mapped->dataset, mapped->axes, positions_));
    }
    emit dataset_changed();
    take_neighbours();
}

void MapCanvasModel::take_neighbours() {
    if (!map_ || !session().dataset()) return;
    // Those of more epochs come with a map of more.
    if (session().dataset()->series.epoch_count() != positions_->epoch_count()) return;
    Dataset linked = *map_;
    linked.series = with_positions(session().dataset()->series, positions_);
    map_ = std::make_shared<const Dataset>(std::move(linked));
    emit changed();
}

ViewState MapCanvasModel::view() const {
    ViewState view = session().view();
    view.camera = camera_;
    // Backgrounds and the inspected point lie in another plane.
    view.style.background = false;
    view.place.reset();
    // Without neighbour lists, the nearest in this plane differ from those on the embedding.
    if (map_) {
        view.style.intra_links = view.style.intra_links && map_->series.has_intra();
        view.style.inter_links = view.style.inter_links && map_->series.has_inter();
    }
    return view;
}

void MapCanvasModel::set_camera(const Camera& camera) {
    if (camera == camera_) return;
    camera_ = camera;
    emit changed();
}

QString MapCanvasModel::hint() const {
    const QString obstacle = maker_.obstacle();
    if (!obstacle.isEmpty()) return tr("There is no data map: %1").arg(obstacle);
    if (!maker_.problem().isEmpty()) return tr("There is no data map: %1").arg(maker_.problem());
    return tr("Computing the data map…");
}

}  // namespace epochscope::app
