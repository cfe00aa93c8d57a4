#include "app/review/review_model.h"

#include "app/neighbours/sample_words.h"
#include "app/review/review_book.h"
#include "app/review/review_words.h"
#include "app/session/session.h"
#include "app/session/thumbnail_cache.h"

#include <QImage>
#include <QStringList>

#include <utility>

namespace epochscope::app {

ReviewModel::ReviewModel(Session& session, const ReviewBook& book, QObject* parent)
    : QAbstractListModel(parent), session_(session), book_(book) {
    connect(&book, &ReviewBook::changed, this, &ReviewModel::follow);
    connect(&book, &ReviewBook::opened, this, [this] {
        count();
        if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1));
    });
    connect(&session.thumbnails(), &ThumbnailCache::ready, this, [this](std::size_t sample) {
        const auto row = row_of(sample);
        if (row) emit dataChanged(index(*row), index(*row), {picture_role});
    });
}

void ReviewModel::set_queue(ReviewQueue queue) {
    beginResetModel();
    queue_ = std::move(queue);
    rows_.clear();
    for (std::size_t row = 0; row < queue_.items.size(); ++row)
        rows_.emplace(queue_.items[row].sample, static_cast<int>(row));
    endResetModel();
    count();
}

void ReviewModel::count() {
    decided_ = 0;
    for (int row = 0; row < rowCount(); ++row) decided_ += is_decided(row) ? 1 : 0;
    emit decided_count_changed();
}

void ReviewModel::follow(std::size_t sample) {
    const auto row = row_of(sample);
    if (!row) return;
    emit dataChanged(index(*row), index(*row));
    count();
}

std::optional<int> ReviewModel::row_of(std::size_t sample) const {
    const auto found = rows_.find(sample);
    return found == rows_.end() ? std::nullopt : std::optional(found->second);
}

bool ReviewModel::is_decided(int row) const { return book_.is_decided(item(row).sample); }

std::optional<int> ReviewModel::undecided_from(int row) const {
    const int rows = rowCount();
    for (int i = 0; i < rows; ++i) {
        const int at = (row + i) % rows;
        if (!is_decided(at)) return at;
    }
    return std::nullopt;
}

int ReviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(queue_.items.size());
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !session_.dataset()) return {};
    const ReviewItem& shown = item(index.row());
    const Dataset& dataset = *session_.dataset();
    if (shown.sample >= dataset.series.sample_count()) return {};
    const auto label = dataset.series.labels()[shown.sample];
    const auto name = [&](std::int32_t c) {
        return class_name(dataset.series, static_cast<std::size_t>(c));
    };
    const ReviewDecision* decision = book_.find(shown.sample);
    switch (role) {
        case Qt::DisplayRole:
            return sample_line(dataset, shown.sample);
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole: {
            QStringList lines{sample_title(dataset, shown.sample), review_facts(dataset, shown)};
            if (decision != nullptr && decision->action == ReviewAction::relabel)
                lines << tr("new label: %1").arg(name(decision->new_label));
            if (decision != nullptr && decision->action == ReviewAction::keep)
                lines << tr("keeps its label");
            if (decision != nullptr && !decision->note.empty())
                lines << QString::fromStdString(decision->note);
            return lines.join(role == Qt::ToolTipRole ? u'\n' : u' ');
        }
        case picture_role: {
            auto picture = session_.thumbnails().picture(shown.sample);
            return picture ? QVariant(*picture) : QVariant();
        }
        case label_role:
            return name(label);
        case proposed_role:
            return shown.proposal.proposed ? QVariant(name(*shown.proposal.proposed)) : QVariant();
        case new_label_role:
            if (decision == nullptr || decision->action == ReviewAction::none) return {};
            return name(decision->action == ReviewAction::keep ? label : decision->new_label);
        case has_note_role:
            return decision != nullptr && !decision->note.empty();
        default:
            return {};
    }
}

}  // namespace epochscope::app
