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
               const std::shared_ptr<const MapPositions>& places) {
    Dataset map{
        with_positions(seen.series, places), nullptr, seen.name, seen.path, seen.format, {}};
    map.axes = Axes{axis_name(axes.horizontal), axis_name(axes.vertical)};
    map.preserved = seen.preserved;
    return map;
}

}  // namespace

MapCanvasModel::MapCanvasModel(Session& session, MapMaker& maker)
    : CanvasModel(session), maker_(maker) {
    connect(&maker, &MapMaker::changed, this, &MapCanvasModel::take_places);
    connect(&session, &Session::neighbours_changed, this, &MapCanvasModel::link);
    connect(&session, &Session::playhead_changed, this, &CanvasModel::changed);
    connect(&session, &Session::selection_changed, this, &CanvasModel::changed);
    connect(&session, &Session::picked_changed, this, &CanvasModel::changed);
    connect(&session, &Session::style_changed, this, &CanvasModel::changed);
    take_places();
}

void MapCanvasModel::take_places() {
    const auto& mapped = maker_.mapped();
    std::shared_ptr<const MapPositions> places = mapped ? mapped->places : nullptr;
    // What the empty canvas says may be something else.
    if (places == places_) return places ? void() : emit changed();
    places_ = std::move(places);
    if (!places_) {
        map_ = nullptr;
    } else {
        camera_ = home(places_->frame());
        map_ = std::make_shared<const Dataset>(map_of(*session().dataset(), mapped->axes, places_));
    }
    emit dataset_changed();
}

void MapCanvasModel::link() {
    if (!map_ || !session().dataset()) return;
    Dataset linked = *map_;
    linked.series = with_positions(session().dataset()->series, places_);
    map_ = std::make_shared<const Dataset>(std::move(linked));
    emit changed();
}

ViewState MapCanvasModel::view() const {
    ViewState view = session().view();
    view.camera = camera_;
    // Backgrounds and a place looked at lie in another plane.
    view.style.background = false;
    view.place.reset();
    // Where the set names no neighbours, those near in this plane would be others than there.
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
