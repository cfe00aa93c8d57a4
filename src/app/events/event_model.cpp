#include "app/events/event_model.h"

#include "app/events/event_words.h"
#include "app/health/health_words.h"
#include "app/messages/message_words.h"
#include "app/session/sample_name.h"
#include "app/session/session.h"
#include "app/widgets/number_words.h"

#include <algorithm>
#include <utility>

namespace epochscope::app {

EventModel::EventModel(Session& session, EventWatcher& watcher, QObject* parent)
    : QAbstractTableModel(parent),
      session_(session),
      watcher_(watcher),
      sorter_(event_rows, [this](const EventOrder& order, std::vector<std::uint32_t> rows) {
          beginResetModel();
          listed_ = order.listed;
          rows_ = std::move(rows);
          endResetModel();
      }) {
    connect(&watcher, &EventWatcher::changed, this, &EventModel::follow);
    connect(&watcher, &EventWatcher::shown_changed, this, &EventModel::follow);
    connect(&watcher, &EventWatcher::colours_changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                             {Qt::DecorationRole});
    });
    connect(&session, &Session::selection_changed, this, &EventModel::follow_choice);
    connect(&session, &Session::picked_changed, this, &EventModel::follow_choice);
}

void EventModel::set_active(bool active) {
    is_active_ = active;
    follow();
}

void EventModel::set_chosen_only(bool only) {
    chosen_only_ = only;
    follow();
}

void EventModel::set_filter(const EventFilter& filter) {
    if (filter == filter_) return;
    filter_ = filter;
    follow();
}

void EventModel::follow_choice() {
    if (chosen_only_) follow();
}

std::optional<std::vector<std::size_t>> EventModel::chosen() const {
    if (!chosen_only_) return std::nullopt;
    const ViewState& view = session_.view();
    std::vector<std::size_t> samples(view.selection.begin(), view.selection.end());
    if (session_.picked()) {
        const auto picked = session_.picked()->samples();
        samples.insert(samples.end(), picked.begin(), picked.end());
    }
    std::sort(samples.begin(), samples.end());
    return samples;
}

void EventModel::follow() {
    const ListedEvents listed{watcher_.found(), watcher_.health().found()};
    if (!listed.found && !listed.health) {
        sorter_.cancel();
        beginResetModel();
        rows_.clear();
        listed_ = {};
        endResetModel();
        return;
    }
    if (!is_active_) return;
    sorter_.ask({listed, watcher_.shown(), chosen(), filter_, column_, descending_});
}

void EventModel::sort(int column, Qt::SortOrder order) {
    column_ = static_cast<EventColumn>(column);
    descending_ = order == Qt::DescendingOrder;
    follow();
}

int EventModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int EventModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant EventModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const std::size_t event = event_at(index.row());
    const HealthAlert* alert = listed_.alert(event);
    const auto column = static_cast<EventColumn>(index.column());
    if (role == Qt::TextAlignmentRole) {
        const bool is_number = column == EventColumn::epoch || column == EventColumn::sample;
        return static_cast<int>((is_number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::DecorationRole && column == EventColumn::kind)
        return watcher_.colour_of(listed_.kind(event));
    // A sentence may be longer than the dock is wide.
    if (role == Qt::ToolTipRole && alert != nullptr && column == EventColumn::what)
        return QStringLiteral("<qt>%1</qt>").arg(words_of(*alert).toHtmlEscaped());
    if (role != Qt::DisplayRole) return {};
    switch (column) {
        case EventColumn::epoch:
            return QString::number(
                alert != nullptr
                    ? alert->epoch
                    : listed_.found->dataset->series.epoch(listed_.epoch(event)).number);
        case EventColumn::sample:
            if (alert != nullptr) return {};
            return numbered_name(*listed_.found->dataset, *listed_.sample(event));
        case EventColumn::kind:
            return words_of(listed_.kind(event));
        case EventColumn::what:
            break;
    }
    return alert != nullptr ? message_words(alert->why) : words_of(*listed_.found, event);
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::ToolTipRole) return tr("Click to sort");
    if (role != Qt::DisplayRole) return {};
    switch (static_cast<EventColumn>(section)) {
        case EventColumn::epoch:
            return tr("Epoch");
        case EventColumn::sample:
            return tr("Sample");
        case EventColumn::kind:
            return tr("Event");
        case EventColumn::what:
            break;
    }
    return tr("What happened");
}

}  // namespace epochscope::app
