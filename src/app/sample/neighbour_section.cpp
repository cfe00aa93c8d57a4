#include "app/sample/neighbour_section.h"

#include "app/classes/swatch.h"
#include "app/sample/neighbour_delegate.h"
#include "app/sample/neighbour_model.h"
#include "app/session.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace epochscope::app {

namespace {

void step_back(QLabel& label, const QPalette& of) {
    QPalette palette = of;
    palette.setColor(QPalette::WindowText, faint_colour(of));
    label.setPalette(palette);
}

}  // namespace

NeighbourSection::NeighbourSection(Session& session, const QString& title, QWidget* parent)
    : QWidget(parent),
      session_(session),
      model_(new NeighbourModel(session, this)),
      caption_(new QLabel(this)),
      view_(new QListView(this)) {
    auto* heading = new QLabel(title, this);
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    heading->setBuddy(view_);
    caption_->setWordWrap(true);
    caption_->setAccessibleName(title);
    step_back(*caption_, palette());

    view_->setModel(model_);
    view_->setItemDelegate(new NeighbourDelegate(view_));
    view_->setAccessibleName(title);
    view_->setToolTip(tr("Click or Enter selects a neighbour, with Shift adds it"));
    view_->setUniformItemSizes(true);
    view_->setFrameShape(QFrame::NoFrame);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->setMinimumHeight(3 * (fontMetrics().height() + 6));
    view_->installEventFilter(this);
    view_->viewport()->installEventFilter(this);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(heading);
    column->addWidget(caption_);
    column->addWidget(view_, 1);
    connect(&session, &Session::style_changed, view_->viewport(), qOverload<>(&QWidget::update));
}

void NeighbourSection::show_rows(const NeighbourRows& rows, std::size_t reached) {
    caption_->setText(caption(rows, reached));
    model_->show(rows, reached);
}

QString NeighbourSection::caption(const NeighbourRows& rows, std::size_t reached) const {
    const QString source =
        rows.from_folder ? tr("from the folder") : tr("nearest in the plane, at the playhead");
    if (rows.rows.empty()) return tr("none, %1").arg(source);
    if (!rows.compared || reached == 0) return source;
    const auto gained = rows.count(Change::gained);
    const auto lost = rows.count(Change::lost);
    if (!rows.from_folder)
        return tr("%1; +%2 \u2212%3 over one epoch").arg(source).arg(gained).arg(lost);
    return tr("%1; +%2 \u2212%3 since epoch %4")
        .arg(source)
        .arg(gained)
        .arg(lost)
        .arg(session_.dataset()->series.epoch(reached - 1).number);
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

void NeighbourSection::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) step_back(*caption_, palette());
    QWidget::changeEvent(event);
}

void NeighbourSection::choose(const QModelIndex& index, bool add) {
    if (!index.isValid()) return;
    // By value: the list is another one once the selection has changed.
    const auto sample = index.data(NeighbourModel::sample_role).toULongLong();
    emit chosen(static_cast<std::size_t>(sample), add);
}

}  // namespace epochscope::app
