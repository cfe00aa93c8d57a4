#include "app/window/landscape_note.h"

#include "app/session/session.h"

#include <epochscope/model/playhead.h>
#include <epochscope/render/backgrounds.h>

namespace epochscope::app {

LandscapeNote::LandscapeNote(Session& session, QWidget* parent)
    : QLabel(parent), session_(session) {
    setContentsMargins(0, 0, 8, 0);
    setAccessibleName(tr("How the landscape was painted"));
    connect(&session, &Session::dataset_changed, this, &LandscapeNote::show_note);
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
        setText(tr("Landscape: from the points"));
        setToolTip(
            tr("Which class is predicted where was made up of the samples around, weighted by "
               "their confidence: the model itself was not asked. White: undecided, or no sample "
               "is near."));
    } else if (moment.t > 0 && shows_between(*dataset, session_.view().style) &&
               dataset->landscape->has_between(moment.from, moment.to)) {
        setText(tr("Landscape: by a head in between"));
        setToolTip(
            tr("Which class a last layer would predict whose weights lie between those of the two "
               "epochs, for features that lie between what the place stands for at each. It was "
               "never trained: this shows how boundaries move, not what the model was."));
    } else {
        setText(tr("Landscape: by the model"));
        setToolTip(
            tr("Which class the model's last layer predicts for what each place in the plane "
               "stands for. White: undecided."));
    }
}

}  // namespace epochscope::app
