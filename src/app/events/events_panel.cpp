#include "app/events/events_panel.h"

#include "app/events/event_model.h"
#include "app/events/event_words.h"
#include "app/session/player.h"
#include "app/session/session.h"
#include "app/widgets/elided_label.h"
#include "app/widgets/row_table.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPixmap>
#include <QTableView>
#include <QVBoxLayout>

namespace epochscope::app {
namespace {

constexpr int swatch = 10;

QIcon swatch_of(const QColor& colour) {
    QPixmap pixmap(swatch, swatch);
    pixmap.fill(colour);
    return QIcon(pixmap);
}

QString meaning_of(EventKind kind) {
    switch (kind) {
        case EventKind::flip:
            return EventsPanel::tr("The predicted class changed");
        case EventKind::jump:
            return EventsPanel::tr("The label's probability changed by more than 0.5");
        case EventKind::move:
            break;
    }
    return EventsPanel::tr(
        "The sample moved farther than the epoch's mean plus two standard deviations");
}

}  // namespace

EventsPanel::EventsPanel(Session& session, Player& player, EventWatcher& watcher, QWidget* parent)
    : QWidget(parent),
      session_(session),
      player_(player),
      watcher_(watcher),
      model_(new EventModel(session, watcher, this)),
      table_(new QTableView(this)),
      chosen_only_(new QCheckBox(tr("Only selected and picked"), this)),
      summary_(new ElidedLabel(this)) {
    build_table();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(make_bar());
    layout->addWidget(table_, 1);
    connect(&watcher, &EventWatcher::changed, this, &EventsPanel::follow);
    connect(model_, &QAbstractItemModel::modelReset, this, &EventsPanel::follow);
    connect(chosen_only_, &QCheckBox::toggled, model_, &EventModel::set_chosen_only);
    follow();
}

void EventsPanel::build_table() {
    table_->setModel(model_);
    table_->setAccessibleName(tr("Training events"));
    show_as_rows(*table_);
    QHeaderView& columns = *table_->horizontalHeader();
    columns.setStretchLastSection(true);
    columns.resizeSection(static_cast<int>(EventColumn::kind), 160);
    columns.setSortIndicator(static_cast<int>(EventColumn::epoch), Qt::AscendingOrder);
    table_->setSortingEnabled(true);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                if (index.isValid()) go_to(index.row());
            });
    // The row one is at already leads back to where it happened.
    connect(table_, &QTableView::clicked, this,
            [this](const QModelIndex& index) { go_to(index.row()); });
}

QWidget* EventsPanel::make_bar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 0);
    for (std::size_t k = 0; k < event_kinds; ++k) {
        const auto kind = static_cast<EventKind>(k);
        kinds_[k] = new QCheckBox(bar);
        const auto show_colour = [this, k, kind] {
            kinds_[k]->setIcon(swatch_of(watcher_.colour_of(kind)));
        };
        connect(&watcher_, &EventWatcher::colours_changed, kinds_[k], show_colour);
        show_colour();
        kinds_[k]->setChecked(watcher_.shown()[k]);
        kinds_[k]->setToolTip(meaning_of(kind));
        connect(kinds_[k], &QCheckBox::toggled, &watcher_,
                [this, kind](bool on) { watcher_.set_shown(kind, on); });
        row->addWidget(kinds_[k]);
    }
    chosen_only_->setAccessibleName(chosen_only_->text());
    chosen_only_->setToolTip(tr("List only events of selected or picked samples"));
    row->addWidget(chosen_only_);
    summary_->setAccessibleName(tr("Notes on the events"));
    row->addWidget(summary_, 1);
    return bar;
}

void EventsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    model_->set_active(true);
    watcher_.request();
}

void EventsPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    model_->set_active(false);
}

void EventsPanel::follow() {
    const auto& found = watcher_.found();
    std::array<std::size_t, event_kinds> counts{};
    if (found)
        for (const auto& epoch : found->events.counts)
            for (std::size_t k = 0; k < event_kinds; ++k) counts[k] += epoch[k];
    const QLocale locale;
    for (std::size_t k = 0; k < event_kinds; ++k) {
        const QString name = words_of(static_cast<EventKind>(k));
        kinds_[k]->setAccessibleName(name);
        kinds_[k]->setText(
            found ? tr("%1: %2").arg(name, locale.toString(static_cast<qulonglong>(counts[k])))
                  : name);
    }
    QStringList words;
    if (watcher_.is_working()) words << tr("Looking for events…");
    if (!watcher_.problem().isEmpty()) words << watcher_.problem();
    if (found && found->events.estimated)
        words << tr("Where a prediction is wrong, its label's probability is estimated.");
    if (found)
        for (const std::string& warning : found->events.warnings)
            words << QString::fromStdString(warning);
    summary_->set_words(words.join(QStringLiteral("   ")));
}

void EventsPanel::go_to(int row) {
    const auto& found = model_->found();
    if (!found) return;
    const std::size_t event = model_->event_at(row);
    player_.pause();
    session_.select(found->events.samples[event]);
    session_.set_playhead(static_cast<double>(found->events.epochs[event]));
}

}  // namespace epochscope::app
