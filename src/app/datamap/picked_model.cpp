#include "app/datamap/picked_model.h"

#include "app/datamap/map_maker.h"
#include "app/session/session.h"

#include <algorithm>
#include <utility>

namespace epochscope::app {

PickedModel::PickedModel(Session& session, MapMaker& maker, QObject* parent)
    : QAbstractTableModel(parent),
      session_(session),
      maker_(maker),
      sorter_(
          [](const Request& request, const std::stop_token&) {
              return sorted_by(*request.facts, request.picked->samples(), request.column,
                               request.descending);
          },
          [this](const Request& request, std::vector<std::size_t> rows) {
              beginResetModel();
              facts_ = request.facts;
              rows_ = std::move(rows);
              endResetModel();
          }) {
    connect(&session, &Session::dataset_changed, this, &PickedModel::forget);
    connect(&session, &Session::picked_changed, this, &PickedModel::follow);
    connect(&maker, &MapMaker::changed, this, &PickedModel::follow);
}

void PickedModel::set_active(bool active) {
    is_active_ = active;
    follow();
}

void PickedModel::forget() {
    sorter_.cancel();
    beginResetModel();
    rows_.clear();
    facts_ = nullptr;
    endResetModel();
}

void PickedModel::follow() {
    if (!is_active_ || !session_.dataset()) return;
    const auto& picked = session_.picked();
    if (!picked) return forget();
    maker_.request();
    auto table = maker_.mapped() ? maker_.mapped()->table : nullptr;
    auto facts = std::make_shared<const PickedFacts>(session_.dataset(), std::move(table));
    sorter_.ask({std::move(facts), picked, column_, descending_});
}

void PickedModel::sort(int column, Qt::SortOrder order) {
    column_ = column;
    descending_ = order == Qt::DescendingOrder;
    follow();
}

int PickedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int PickedModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : PickedColumns::count;
}

QVariant PickedModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !facts_) return {};
    const std::size_t sample = sample_at(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return facts_->words(index.column(), sample);
        case Qt::ToolTipRole:
            return facts_->exact_words(index.column(), sample);
        case Qt::TextAlignmentRole: {
            const bool is_class = index.column() == PickedColumns::label ||
                                  index.column() == PickedColumns::prediction;
            return static_cast<int>((is_class ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        }
        default:
            return {};
    }
}

QVariant PickedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::DisplayRole) return PickedColumns::name(section);
    if (role == Qt::ToolTipRole) return tr("%1; click to sort").arg(PickedColumns::words(section));
    return {};
}

std::optional<int> PickedModel::row_of(std::size_t sample) const {
    const auto found = std::find(rows_.begin(), rows_.end(), sample);
    if (found == rows_.end()) return std::nullopt;
    return static_cast<int>(found - rows_.begin());
}

}  // namespace epochscope::app
