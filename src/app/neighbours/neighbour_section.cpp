#include "app/neighbours/neighbour_section.h"

#include "app/neighbours/neighbour_delegate.h"
#include "app/neighbours/neighbour_model.h"
#include "app/session/session.h"
#include "app/widgets/faint_label.h"
#include "app/widgets/number_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace epochscope::app {

namespace {

/// What stands at the right of each row.
QString headings_of(Measure measure, bool predicts) {
    switch (measure) {
        case Measure::distance:
            return predicts ? NeighbourSection::tr("Distance, prediction")
                            : NeighbourSection::tr("Distance");
        case Measure::influence:
            // There is no room for more.
            return NeighbourSection::tr("Influence");
        case Measure::none:
            break;
    }
    return predicts ? NeighbourSection::tr("Prediction") : QString();
}

/// Asks for no more than it needs: what others leave is given to it anyway.
class ModestList : public QListView {
  public:
    using QListView::QListView;
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
};

}  // namespace

NeighbourSection::NeighbourSection(Session& session, const QString& title, QWidget* parent)
    : QWidget(parent),
      session_(session),
      model_(new NeighbourModel(session, this)),
      caption_(new FaintLabel(this)),
      changes_(new FaintLabel(this)),
      samples_(new FaintLabel(tr("Sample, label"), this)),
      predictions_(new FaintLabel(this)),
      view_(new ModestList(this)) {
    auto* heading = new QLabel(title, this);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    heading->setBuddy(view_);
    caption_->setWordWrap(true);
    caption_->setAccessibleName(title);
    changes_->setAccessibleName(tr("Gained and lost"));

    view_->setModel(model_);
    view_->setItemDelegate(new NeighbourDelegate(view_));
    view_->setAccessibleName(title);
    view_->setToolTip(tr("Click or Enter selects a neighbour, with Shift adds it"));
    view_->setUniformItemSizes(true);
    view_->setFrameShape(QFrame::NoFrame);
    view_->viewport()->setAutoFillBackground(false);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // As wide as the panel is: a width of its own would widen it when a sample is selected.
    view_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    view_->installEventFilter(this);
    view_->viewport()->installEventFilter(this);

    auto* top = new QHBoxLayout;
    top->addWidget(heading);
    top->addStretch(1);
    top->addWidget(changes_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(caption_);
    auto* headings = new QHBoxLayout;
    headings->addWidget(samples_);
    headings->addStretch(1);
    headings->addWidget(predictions_);
    column->addLayout(headings);
    column->addWidget(view_, 1);
    connect(&session, &Session::style_changed, view_->viewport(), qOverload<>(&QWidget::update));
}

void NeighbourSection::show_rows(const NeighbourRows& rows, std::size_t reached) {
    const bool projected = session_.dataset() && session_.dataset()->explained_variance;
    const QString source = !rows.from_folder ? tr("nearest in the plane, at the playhead")
                           : projected       ? tr("nearest in feature space")
                                             : tr("from the folder");
    show_rows(rows, reached, rows.rows.empty() ? tr("none") : source);
}

void NeighbourSection::show_rows(const NeighbourRows& rows, std::size_t reached,
                                 const QString& source) {
    caption_->setText(source);
    show_changes(rows, reached);
    show_headings(rows);
    model_->show(rows, reached);
    fit_height();
}

/// All rows of a list that is not long: where they do not fit, the panel scrolls, not each list.
void NeighbourSection::fit_height() {
    constexpr int most_rows = 10;
    const int rows = std::min(model_->rowCount(), most_rows);
    view_->setMinimumHeight(rows * std::max(0, view_->sizeHintForRow(0)));
}

void NeighbourSection::show_headings(const NeighbourRows& rows) {
    const bool predicts = session_.dataset() && session_.dataset()->series.has_predictions();
    samples_->setVisible(!rows.rows.empty());
    predictions_->setVisible(!rows.rows.empty());
    predictions_->setText(headings_of(rows.measure, predicts));
}

void NeighbourSection::show_changes(const NeighbourRows& rows, std::size_t reached) {
    const std::size_t changed = rows.count(Change::gained) + rows.count(Change::lost);
    changes_->setVisible(changed > 0);
    if (changed == 0) return;
    const QString gained = number_words(rows.count(Change::gained));
    const QString lost = number_words(rows.count(Change::lost));
    changes_->setText(tr("+%1 \u2212%2").arg(gained, lost));
    const QString counts = tr("%1 gained and %2 lost").arg(gained, lost);
    changes_->setToolTip(rows.from_folder
                             ? tr("%1 since epoch %2")
                                   .arg(counts)
                                   .arg(session_.dataset()->series.epoch(reached - 1).number)
                             : tr("%1, compared with the playhead one epoch earlier").arg(counts));
    changes_->setAccessibleDescription(changes_->toolTip());
}

bool NeighbourSection::eventFilter(QObject* watched, QEvent* event) {
    const QEvent::Type type = event->type();
    if (watched == view_->viewport() && type == QEvent::MouseButtonRelease) {
        const auto& mouse = *static_cast<QMouseEvent*>(event);
        if (mouse.button() == Qt::LeftButton)
            choose(view_->indexAt(mouse.position().toPoint()),
                   mouse.modifiers().testFlag(Qt::ShiftModifier));
    }
    if (watched == view_ && (type == QEvent::KeyPress || type == QEvent::ShortcutOverride)) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
        if (enter && view_->currentIndex().isValid()) {
            event->accept();
            if (type == QEvent::KeyPress)
                choose(view_->currentIndex(), key.modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void NeighbourSection::choose(const QModelIndex& index, bool add) {
    if (!index.isValid()) return;
    // By value: the list is another one once the selection has changed.
    const auto sample = index.data(NeighbourModel::sample_role).toULongLong();
    emit chosen(static_cast<std::size_t>(sample), add);
}

}  // namespace epochscope::app
