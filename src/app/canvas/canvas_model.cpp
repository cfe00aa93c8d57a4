#include "app/canvas/canvas_model.h"

#include "app/canvas/hover.h"
#include "app/canvas/landscape_detail.h"
#include "app/session/background_cache.h"
#include "app/session/session.h"

#include <QCoreApplication>
#include <QKeySequence>

namespace epochscope::app {

bool CanvasModel::shows(const Dataset& other) const {
    const auto shown = dataset();
    if (!shown) return false;
    const EpochSeries& a = shown->series;
    const EpochSeries& b = other.series;
    return a.labels().data() == b.labels().data() && a.positions(0).data() == b.positions(0).data();
}

QString CanvasModel::words(std::size_t sample, double playhead) const {
    return sample_words(*session_.dataset(), playhead, sample);
}

SessionCanvasModel::SessionCanvasModel(Session& session)
    : CanvasModel(session), detail_(std::make_unique<LandscapeDetail>()) {
    connect(&session, &Session::dataset_changed, detail_.get(), &LandscapeDetail::forget);
    connect(detail_.get(), &LandscapeDetail::changed, this, &CanvasModel::changed);
    connect(&session, &Session::dataset_changed, this, &CanvasModel::dataset_changed);
    connect(&session, &Session::epochs_changed, this, &CanvasModel::changed);
    connect(&session, &Session::playhead_changed, this, &CanvasModel::changed);
    connect(&session, &Session::selection_changed, this, &CanvasModel::changed);
    connect(&session, &Session::place_changed, this, &CanvasModel::changed);
    connect(&session, &Session::picked_changed, this, &CanvasModel::changed);
    connect(&session, &Session::filter_changed, this, &CanvasModel::changed);
    connect(&session, &Session::camera_changed, this, &CanvasModel::changed);
    connect(&session, &Session::style_changed, this, &CanvasModel::changed);
    connect(&session, &Session::backgrounds_changed, this, &CanvasModel::changed);
    connect(&session, &Session::neighbours_changed, this, &CanvasModel::changed);
    connect(&session, &Session::teachers_changed, this, &CanvasModel::changed);
    connect(&session, &Session::findings_changed, this, &CanvasModel::changed);
}

SessionCanvasModel::~SessionCanvasModel() = default;

std::shared_ptr<const Dataset> SessionCanvasModel::dataset() const { return session().dataset(); }

ViewState SessionCanvasModel::view() const { return session().view(); }

const Camera& SessionCanvasModel::camera() const { return session().view().camera; }

void SessionCanvasModel::set_camera(const Camera& camera) { session().set_camera(camera); }

BackgroundPair SessionCanvasModel::backgrounds(Size canvas) const {
    if (!session().dataset() || !session().view().style.background) return {};
    BackgroundPair pair = session().backgrounds().around(session().playhead());
    pair.detail =
        detail_->of(*session().dataset(), session().view(), canvas, session().landscape_steps());
    return pair;
}

QString SessionCanvasModel::hint() const {
    return QCoreApplication::translate("Canvas", "Open a dataset folder: %1, or drop one here")
        .arg(QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText));
}

}  // namespace epochscope::app
