#include "app/window/landscape_note.h"

#include "app/session/session.h"

#include <epochscope/model/playhead.h>
#include <epochscope/render/backgrounds.h>

namespace epochscope::app {

LandscapeNote::LandscapeNote(Session& session, QWidget* parent)
    : QLabel(parent), session_(session) {
    setContentsMargins(0, 0, 8, 0);
    setAccessibleName(tr("How the landscape is painted"));
    connect(&session, &Session::dataset_changed, this, &LandscapeNote::show_note);
    connect(&session, &Session::epochs_changed, this, &LandscapeNote::show_note);
    connect(&session, &Session::backgrounds_changed, this, &LandscapeNote::show_note);
    connect(&session, &Session::style_changed, this, &LandscapeNote::show_note);
    connect(&session, &Session::playhead_changed, this, &LandscapeNote::show_note);
    show_note();
}

void LandscapeNote::show_note() {
    const auto& dataset = session_.dataset();
    const Moment moment =
        dataset ? moment_at(session_.playhead(), dataset->series.epoch_count()) : Moment{};
    const std::size_t epoch = moment.reached();
    const bool shown = dataset && shows_landscape(*dataset, session_.view().style) &&
                       dataset->landscape->has(epoch);
    setVisible(shown);
    if (!shown) return;
    if (dataset->landscape->is_from_points(epoch)) {
        setText(tr("Landscape: interpolated from samples"));
        setToolTip(tr(
            "The predicted class is interpolated from the samples nearby, weighted by confidence; "
            "the model itself was not evaluated. White: undecided, or no sample nearby."));
    } else if (moment.t > 0 && shows_between(*dataset, session_.view().style) &&
               dataset->landscape->has_between(moment.from, moment.to)) {
        setText(tr("Landscape: by an interpolated head"));
        setToolTip(
            tr("The class predicted by a last layer with weights interpolated between the two "
               "epochs, for interpolated features. This layer was never trained: it shows how "
               "boundaries move, not a state of the model."));
    } else {
        setText(tr("Landscape: by the model"));
        setToolTip(
            tr("The class that the model's last layer predicts for the features at each point of "
               "the plane. White: undecided."));
    }
}

}  // namespace epochscope::app
