#include "app/compare/compared_canvas_model.h"

#include "app/canvas/hover.h"

#include <epochscope/model/classes.h>

#include <QScopedValueRollback>

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace epochscope::app {
namespace {

/// The samples as those of a series that has others behind them, which are in too if `rest`.
Picks widened(const Picks& samples, std::size_t count, bool rest) {
    if (!samples || samples->sample_count() == count) return samples;
    std::vector<std::size_t> all(samples->samples().begin(), samples->samples().end());
    for (std::size_t i = samples->sample_count(); rest && i < count; ++i) all.push_back(i);
    return std::make_shared<const PickedSamples>(count, all);
}

}  // namespace

ComparedCanvasModel::ComparedCanvasModel(Session& session, Comparison& comparison)
    : CanvasModel(session),
      comparison_(comparison),
      second_(comparison.second_session()),
      pictures_(second_) {
    connect(&comparison, &Comparison::second_changed, this, &ComparedCanvasModel::take_match);
    connect(&comparison, &Comparison::changed, this, &ComparedCanvasModel::take_match);
    for (const auto changes :
         {&Session::playhead_changed, &Session::selection_changed, &Session::picked_changed,
          &Session::filter_changed, &Session::style_changed, &Session::neighbours_changed})
        connect(&session, changes, this, &ComparedCanvasModel::follow);
    connect(&session, &Session::camera_changed, this, &ComparedCanvasModel::follow_camera);
    connect(&pictures_, &CanvasModel::changed, this, &CanvasModel::changed);
    take_match();
}

std::shared_ptr<const Dataset> ComparedCanvasModel::dataset() const {
    return match_ ? match_->dataset : nullptr;
}

void ComparedCanvasModel::take_match() {
    const auto before = std::exchange(match_, comparison_.match());
    if (match_ != before) {
        const auto samples = [](const Comparison::Match& match) {
            return match.dataset->series.sample_count();
        };
        const bool goes_on = match_ && before && match_->dataset->path == before->dataset->path &&
                             match_->is_laid == before->is_laid &&
                             samples(*match_) == samples(*before);
        goes_on ? go_on_from(*before) : show_plane(before.get());
    }
    follow_camera();
    follow();
}

/// What was seen whole is.
void ComparedCanvasModel::go_on_from(const Comparison::Match& before) {
    const bool is_axes_equal = camera_.equal_axes;
    if (camera_ == home(before.dataset->series.frame(), is_axes_equal))
        show(home(match_->dataset->series.frame(), is_axes_equal));
}

void ComparedCanvasModel::show_plane(const Comparison::Match* before) {
    const bool is_elsewhere = match_ && !(before != nullptr && before->dataset->series.frame() ==
                                                                   match_->dataset->series.frame());
    // Laid onto the first, it is seen as that is.
    const bool is_as_first = match_ && (match_->is_laid || comparison_.are_cameras_coupled());
    if (is_elsewhere) {
        const Camera& first = session().view().camera;
        const Box frame = match_->dataset->series.frame();
        show(is_as_first ? moved(first, session().dataset()->series.frame(), frame)
                         : home(frame, first.equal_axes));
    }
    emit dataset_changed();
    if (is_elsewhere && !is_as_first) emit plane_changed();
}

/// The session of the backgrounds has its classes in another order.
void ComparedCanvasModel::follow() {
    if (match_) {
        const ViewState& view = session().view();
        second_.set_style(view.style);
        const auto& classes = match_->pairs.classes;
        for (std::size_t c = 0; c < classes.size(); ++c) {
            // -1 is beyond them all.
            const auto own = static_cast<std::size_t>(classes[c]);
            if (own < view.colours.size()) second_.set_class_colour(c, view.colours[own]);
        }
        second_.flip_backgrounds(session().are_backgrounds_flipped());
        second_.set_playhead(comparison_.playhead());
    }
    emit changed();
}

void ComparedCanvasModel::show(const Camera& camera) {
    camera_ = camera;
    second_.set_camera(camera);
    emit changed();
}

ViewState ComparedCanvasModel::view() const {
    ViewState view = session().view();
    view.camera = camera_;
    view.playhead = comparison_.playhead();
    view.place.reset();
    view.background_origin = second_.view().background_origin;
    view.alone = nullptr;
    // They are of the run of the first.
    view.teachers = nullptr;
    if (!match_) return view;
    const EpochSeries& series = match_->dataset->series;
    view.alone = match_->second_alone;
    view.picked = widened(view.picked, series.sample_count(), false);
    view.filter = widened(view.filter, series.sample_count(), true);
    view.colours.resize(series.class_count(), unlabelled_colour);
    if (view.colouring && view.colouring->codes.size() != series.sample_count()) {
        auto colouring = std::make_shared<Colouring>(*view.colouring);
        colouring->codes.resize(series.sample_count(), -1);
        view.colouring = std::move(colouring);
    }
    if (match_->is_laid) view.style.background = false;
    // Without neighbour lists, the nearest in this plane differ from those on the first.
    view.style.intra_links = view.style.intra_links && series.has_intra();
    view.style.inter_links = view.style.inter_links && series.has_inter();
    return view;
}

Camera ComparedCanvasModel::moved(const Camera& camera, const Box& from, const Box& to) {
    const auto there = [](float x, float low, float high, float to_low, float to_high) {
        return to_low + (x - low) / (high - low) * (to_high - to_low);
    };
    Camera result = camera;
    result.centre = {there(camera.centre.x, from.min.x, from.max.x, to.min.x, to.max.x),
                     there(camera.centre.y, from.min.y, from.max.y, to.min.y, to.max.y)};
    return result;
}

void ComparedCanvasModel::set_camera(const Camera& camera) {
    if (camera == camera_) return;
    show(camera);
    if (!comparison_.are_cameras_coupled() || !match_) return;
    const QScopedValueRollback<bool> leading(is_leading_, true);
    session().set_camera(
        moved(camera, match_->dataset->series.frame(), session().dataset()->series.frame()));
}

void ComparedCanvasModel::follow_camera() {
    if (is_leading_ || !match_ || !session().dataset()) return;
    const Camera& first = session().view().camera;
    Camera camera = camera_;
    camera.equal_axes = first.equal_axes;
    if (comparison_.are_cameras_coupled())
        camera = moved(first, session().dataset()->series.frame(), match_->dataset->series.frame());
    if (!(camera == camera_)) show(camera);
}

BackgroundPair ComparedCanvasModel::backgrounds(Size canvas) const {
    if (!match_ || match_->is_laid || !comparison_.fits()) return {};
    return pictures_.backgrounds(canvas);
}

QString ComparedCanvasModel::words(std::size_t sample, double playhead) const {
    return match_ ? sample_words(*match_->dataset, playhead, sample) : QString();
}

QString ComparedCanvasModel::hint() const { return tr("Matching the samples…"); }

}  // namespace epochscope::app
