#include "app/colours/colour_chooser.h"

#include "app/session/session.h"
#include "app/tasks/task.h"

#include <epochscope/model/error.h>
#include <epochscope/query/sample_columns.h>

#include <utility>

namespace epochscope::app {
namespace {

/// A colour map for whom the palette is.
ColourMap map_for(const Palette& palette) {
    return palette.id == "colour-blind" ? ColourMap::cividis : ColourMap::viridis;
}

}  // namespace

ColourChooser::ColourChooser(Session& session, QObject* parent)
    : QObject(parent),
      session_(session),
      making_(
          [](const Request& request, const std::stop_token& stop) { return made(request, stop); },
          [this](const Request& request, const Answer& answer) { take(request, answer); }) {
    connect(&session, &Session::dataset_changed, this, &ColourChooser::forget);
    connect(&session, &Session::epochs_changed, this, &ColourChooser::follow_epochs);
    connect(&session, &Session::findings_changed, this, &ColourChooser::follow_epochs);
    connect(&session, &Session::style_changed, this, &ColourChooser::follow_palette);
}

void ColourChooser::choose(const ColourWish& wish) {
    if (!session_.columns()) return;
    wish_ = wish;
    ask();
}

void ColourChooser::ask(bool is_renewed) {
    problem_.clear();
    map_ = map_for(session_.palette());
    const Classes& classes = session_.dataset()->series.classes();
    making_.ask({.columns = session_.columns(),
                 .wish = wish_,
                 .map = map_,
                 .class_names = classes.names,
                 .class_colours = session_.palette().colours(classes),
                 .others = tr("other (%)").toStdString(),
                 .missing = tr("missing").toStdString(),
                 .is_renewed = is_renewed});
    if (is_renewed) return;
    emit told(tr("Finding the colours of %1…").arg(QString::fromStdString(wish_.column)));
    emit changed();
}

ColourChooser::Answer ColourChooser::made(const Request& request, const std::stop_token& stop) {
    const Job job{.progress = {}, .stop = stop};
    const ColourWish& wish = request.wish;
    try {
        const Column column = request.columns->column(wish.column, job);
        const ColouringOptions options{.scale = wish.scale,
                                       .min = wish.min,
                                       .max = wish.max,
                                       .is_robust = wish.is_robust,
                                       .is_log = wish.is_log,
                                       .map = request.map,
                                       .class_names = request.class_names,
                                       .class_colours = request.class_colours,
                                       .others = request.others,
                                       .missing = request.missing};
        return {std::make_shared<const Colouring>(colouring_of(column, options, job)), {}};
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        return {nullptr, problem_of(error)};
    }
}

void ColourChooser::take(const Request& request, const Answer& answer) {
    if (!session_.shows(*request.columns->dataset())) return;
    // Others may have been chosen meanwhile.
    if (request.is_renewed && !is_shown()) return;
    problem_ = answer.problem;
    if (answer.colouring && request.is_renewed) {
        renew(answer.colouring);
    } else if (answer.colouring) {
        session_.set_colouring(answer.colouring);
        emit told(tr("Coloured by %1").arg(QString::fromStdString(answer.colouring->title)));
    } else {
        emit told(problem_);
    }
    emit changed();
}

/// Categories of the same names stay hidden.
void ColourChooser::renew(std::shared_ptr<const Colouring> colouring) {
    const auto before = session_.view().colouring;
    const bool is_same = before && before->names == colouring->names &&
                         before->missing_name == colouring->missing_name;
    const std::vector<bool> hidden = session_.view().hidden_categories;
    session_.set_colouring(std::move(colouring));
    for (std::size_t i = 0; is_same && i < hidden.size(); ++i)
        session_.set_category_hidden(i, hidden[i]);
}

void ColourChooser::forget() {
    making_.cancel();
    wish_ = {};
    problem_.clear();
    emit changed();
}

bool ColourChooser::is_shown() const {
    return session_.view().style.colour_by == ColourBy::column && !wish_.column.empty();
}

/// What a column says may be another with more epochs.
void ColourChooser::follow_epochs() {
    if (is_shown() || is_working()) ask(is_shown() && !is_working());
}

void ColourChooser::follow_palette() {
    const auto& colouring = session_.view().colouring;
    // What was restored has the colours of another wish.
    if (session_.view().style.colour_by == ColourBy::column && !is_working() && colouring &&
        colouring->title != wish_.column) {
        wish_ = {.column = colouring->title, .is_log = colouring->is_log};
        problem_.clear();
        map_ = map_for(session_.palette());
        emit changed();
    }
    if (is_shown() && map_for(session_.palette()) != map_) ask();
}

}  // namespace epochscope::app
