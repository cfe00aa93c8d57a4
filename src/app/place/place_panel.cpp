#include "app/place/place_panel.h"

#include "app/neighbours/neighbour_section.h"
#include "app/place/class_shares.h"
#include "app/session/session.h"
#include "app/widgets/elided_label.h"
#include "app/widgets/faint_label.h"

#include <epochscope/model/playhead.h>

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace epochscope::app {

namespace {

/// In milliseconds: what is found sooner flickers less without a word.
constexpr int a_moment = 250;

QString coordinate(float value) { return QLocale().toString(static_cast<double>(value), 'f', 2); }

NeighbourRows rows_of(const NearestPoints& nearest) {
    NeighbourRows rows{.measure = Measure::distance};
    rows.rows.reserve(nearest.points.size());
    for (std::size_t i = 0; i < nearest.points.size(); ++i)
        rows.rows.push_back({nearest.points[i], Change::preserved, nearest.distances[i]});
    return rows;
}

}  // namespace

PlacePanel::PlacePanel(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      where_(new ElidedLabel(this)),
      caption_(new FaintLabel(this)),
      shares_(new ClassShares(session, this)),
      nearest_(new NeighbourSection(session, tr("Nearest in feature space"), this)) {
    lay_out();
    patience_.setSingleShot(true);
    patience_.setInterval(a_moment);
    connect(&patience_, &QTimer::timeout, this, [this] {
        if (asked_) nearest_->show_rows({}, asked_->epoch, tr("searching…"));
    });
    connect(&finder_, &PlaceFinder::found, this, &PlacePanel::take);
    connect(nearest_, &NeighbourSection::chosen, this, &PlacePanel::chosen);
    for (const auto changes : {&Session::dataset_changed, &Session::epochs_changed})
        connect(&session, changes, this, &PlacePanel::follow_dataset);
    connect(&session, &Session::place_changed, this, &PlacePanel::follow_place);
    connect(&session, &Session::playhead_changed, this, &PlacePanel::ask);
}

void PlacePanel::lay_out() {
    QFont bold = where_->font();
    bold.setWeight(QFont::DemiBold);
    where_->setFont(bold);
    where_->setAccessibleName(tr("Position"));
    where_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    caption_->setWordWrap(true);
    caption_->setAccessibleName(tr("The prediction at this position"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(where_);
    column->addWidget(caption_);
    column->addWidget(shares_);
    column->addSpacing(6);
    column->addWidget(nearest_, 1);
    // As wide as the panel is: other words must not move the canvas.
    setMinimumWidth(1);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void PlacePanel::follow_dataset() {
    finder_.forget();
    follow_place();
}

void PlacePanel::follow_place() {
    asked_.reset();
    if (session_.view().place) return ask();
    patience_.stop();
    where_->set_words({});
    caption_->clear();
    shares_->show_shares({});
    nearest_->show_rows({}, 0);
}

void PlacePanel::ask() {
    const auto& dataset = session_.dataset();
    // A panel that nobody sees asks nothing; it does when it is shown.
    if (!dataset || !session_.view().place || !isVisible()) return;
    const std::size_t epoch =
        moment_at(session_.playhead(), dataset->series.epoch_count()).reached();
    if (asked_ && asked_->epoch == epoch && asked_->place == *session_.view().place) return;
    asked_ = PlaceAsked{dataset, epoch, *session_.view().place};
    finder_.ask(*asked_);
}

void PlacePanel::take(const PlaceFound& found) {
    const PlaceAsked& of = found.asked;
    const bool is_ours = asked_ && asked_->dataset == of.dataset && asked_->epoch == of.epoch &&
                         asked_->place == of.place && session_.shows(*of.dataset);
    if (!is_ours) return;
    show_reading(found);
    show_nearest(found);
}

void PlacePanel::show_reading(const PlaceFound& found) {
    const PlaceAsked& of = found.asked;
    where_->set_words(tr("Position %1, %2").arg(coordinate(of.place.x), coordinate(of.place.y)));
    where_->setAccessibleDescription(where_->words());
    caption_->setText((found.reading ? tr("prediction there at epoch %1")
                                     : tr("the prediction there is unknown at epoch %1"))
                          .arg(of.dataset->series.epoch(of.epoch).number));
    shares_->show_shares(found.reading ? found.reading->probabilities : std::vector<double>{});
}

void PlacePanel::show_nearest(const PlaceFound& found) {
    const bool is_searching = found.reading && !found.nearest && found.problem.isEmpty();
    if (is_searching) return patience_.start();
    patience_.stop();
    const std::size_t epoch = found.asked.epoch;
    if (found.nearest)
        nearest_->show_rows(rows_of(*found.nearest), epoch,
                            tr("by the distance of their features from those of this position"));
    else
        nearest_->show_rows({}, epoch, found.problem.isEmpty() ? tr("none") : found.problem);
}

void PlacePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    ask();
}

}  // namespace epochscope::app
