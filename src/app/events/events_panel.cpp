#include "app/events/events_panel.h"

#include "app/events/event_model.h"
#include "app/events/event_words.h"
#include "app/messages/message_words.h"
#include "app/session/player.h"
#include "app/session/session.h"
#include "app/widgets/elided_label.h"
#include "app/widgets/row_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPixmap>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

#include <optional>
#include <string>

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
        case EventKind::false_move:
            return EventsPanel::tr(
                "The sample moved in the plane and not in feature space: the layout's move");
        case EventKind::frozen_move:
            return EventsPanel::tr("The sample moved in feature space and not in the plane");
        case EventKind::alert:
            return EventsPanel::tr("A signal of the whole run went wrong: see its health");
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
      from_(add_filter(tr("Class before"), tr("Lists only flips from this class"))),
      to_(add_filter(tr("Class after"), tr("Lists only flips to this class"))),
      both_ways_(new QCheckBox(tr("Both ways"), this)),
      epoch_(add_filter(tr("Epoch of the events"), tr("Lists only events of this epoch"))),
      summary_(new ElidedLabel(this)) {
    build_table();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(make_bar());
    layout->addWidget(make_filters());
    layout->addWidget(table_, 1);
    connect(&watcher, &EventWatcher::changed, this, &EventsPanel::follow);
    connect(model_, &QAbstractItemModel::modelReset, this, &EventsPanel::follow);
    connect(chosen_only_, &QCheckBox::toggled, model_, &EventModel::set_chosen_only);
    connect(&session, &Session::dataset_changed, this, &EventsPanel::follow_dataset);
    connect(&session, &Session::epochs_changed, this, &EventsPanel::list_epochs);
    follow_dataset();
    follow();
}

void EventsPanel::build_table() {
    table_->setModel(model_);
    table_->setAccessibleName(tr("Training events"));
    show_as_rows(*table_);
    QHeaderView& columns = *table_->horizontalHeader();
    columns.setStretchLastSection(true);
    columns.resizeSection(static_cast<int>(EventColumn::sample), 150);
    columns.resizeSection(static_cast<int>(EventColumn::kind), 160);
    columns.setSortIndicator(static_cast<int>(EventColumn::epoch), Qt::AscendingOrder);
    table_->setSortingEnabled(true);
    // A table makes its first row the current one as it gets the focus: that goes nowhere.
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index, const QModelIndex& before) {
                if (index.isValid() && before.isValid()) go_to(index.row());
            });
    // The row one is at already leads back to where it happened.
    for (const auto sign : {&QTableView::clicked, &QTableView::activated})
        connect(table_, sign, this, [this](const QModelIndex& index) { go_to(index.row()); });
}

QWidget* EventsPanel::make_bar() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 4, 8, 0);
    for (std::size_t k = 0; k < shown_kinds; ++k) {
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
    chosen_only_->setToolTip(tr("Lists only events of selected or picked samples"));
    row->addWidget(chosen_only_);
    row->addStretch(1);
    return bar;
}

QComboBox* EventsPanel::add_filter(const QString& name, const QString& tip) {
    constexpr int shown_letters = 8;
    auto* box = new QComboBox(this);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    // Names of classes may be long, and a dock narrow.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(shown_letters);
    connect(box, &QComboBox::currentIndexChanged, this, &EventsPanel::filter);
    return box;
}

QWidget* EventsPanel::make_filters() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 0, 8, 0);
    const auto add = [&](const QString& words, QComboBox* box) {
        auto* label = new QLabel(words, bar);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
    };
    add(tr("Flips from:"), from_);
    add(tr("to:"), to_);
    both_ways_->setToolTip(tr("Lists flips back as well"));
    connect(both_ways_, &QCheckBox::toggled, this, &EventsPanel::filter);
    row->addWidget(both_ways_);
    add(tr("Epoch:"), epoch_);
    summary_->setAccessibleName(tr("Notes on the events"));
    row->addWidget(summary_, 1);
    return bar;
}

void EventsPanel::follow_dataset() {
    const auto& dataset = session_.dataset();
    {
        const QSignalBlocker from_blocked(from_);
        const QSignalBlocker to_blocked(to_);
        for (QComboBox* box : {from_, to_}) {
            box->clear();
            box->addItem(tr("any class"));
            if (!dataset) continue;
            for (const std::string& name : dataset->series.classes().names)
                box->addItem(QString::fromStdString(name), box->count() - 1);
        }
        const QSignalBlocker epoch_blocked(epoch_);
        epoch_->clear();
        epoch_->addItem(tr("all"));
    }
    list_epochs();
    filter();
    if (isVisible()) watcher_.request();
}

/// Adds those that are not listed yet: what is chosen stays.
void EventsPanel::list_epochs() {
    const auto& dataset = session_.dataset();
    if (!dataset) return;
    const QSignalBlocker blocked(epoch_);
    for (auto e = static_cast<std::size_t>(epoch_->count()); e < dataset->series.epoch_count(); ++e)
        epoch_->addItem(QString::number(dataset->series.epoch(e).number), static_cast<int>(e));
}

void EventsPanel::filter() {
    const auto chosen = [](const QComboBox& box) {
        const QVariant value = box.currentData();
        return value.isValid() ? std::optional(value.toInt()) : std::nullopt;
    };
    EventFilter wanted{chosen(*from_), chosen(*to_), both_ways_->isChecked(), {}};
    if (const auto epoch = chosen(*epoch_)) wanted.epoch = static_cast<std::size_t>(*epoch);
    model_->set_filter(wanted);
}

/// Of any sample, class and epoch.
void EventsPanel::list_all() {
    chosen_only_->setChecked(false);
    for (QComboBox* box : {from_, to_, epoch_}) box->setCurrentIndex(0);
}

void EventsPanel::list_alerts() {
    kinds_[static_cast<std::size_t>(EventKind::alert)]->setChecked(true);
    list_all();
    table_->sortByColumn(static_cast<int>(EventColumn::kind), Qt::DescendingOrder);
    table_->scrollToTop();
}

void EventsPanel::list_flips(std::int32_t one, std::optional<std::int32_t> other) {
    kinds_[static_cast<std::size_t>(EventKind::flip)]->setChecked(true);
    list_all();
    both_ways_->setChecked(true);
    from_->setCurrentIndex(from_->findData(one));
    to_->setCurrentIndex(other ? to_->findData(*other) : 0);
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
    const auto& health = watcher_.health().found();
    std::array<std::size_t, shown_kinds> counts{};
    if (health) counts[static_cast<std::size_t>(EventKind::alert)] = health->alerts.size();
    if (found)
        for (const auto& epoch : found->events.counts)
            for (std::size_t k = 0; k < event_kinds; ++k) counts[k] += epoch[k];
    const QStringList of_alerts{meaning_of(EventKind::alert), watcher_.health().obstacle()};
    kinds_[static_cast<std::size_t>(EventKind::alert)]->setToolTip(
        of_alerts.join(QChar(u'\n')).trimmed());
    for (const EventKind kind : {EventKind::false_move, EventKind::frozen_move})
        kinds_[static_cast<std::size_t>(kind)]->setVisible(found && found->knows(kind));
    for (std::size_t k = 0; k < shown_kinds; ++k) {
        const auto kind = static_cast<EventKind>(k);
        kinds_[k]->setAccessibleName(plural_of(kind));
        const bool is_known = kind == EventKind::alert ? health != nullptr : found != nullptr;
        kinds_[k]->setText(is_known ? counted(kind, counts[k]) : plural_of(kind));
    }
    QStringList words;
    if (watcher_.is_working()) words << tr("Looking for events…");
    if (!watcher_.problem().isEmpty()) words << watcher_.problem();
    if (found && found->events.estimated)
        words << tr("Where a prediction is wrong, its label's probability is estimated.");
    if (found)
        for (const std::string& warning : found->events.warnings) words << message_words(warning);
    summary_->set_words(words.join(QStringLiteral("   ")));
}

void EventsPanel::go_to(int row) {
    const ListedEvents& listed = model_->listed();
    const std::size_t event = model_->event_at(row);
    player_.pause();
    if (const auto sample = listed.sample(event)) session_.select(*sample);
    session_.set_playhead(static_cast<double>(listed.epoch(event)));
}

}  // namespace epochscope::app
