#include "app/neighbours/neighbour_model.h"

#include "app/neighbours/sample_words.h"
#include "app/session/sample_name.h"
#include "app/session/session.h"
#include "app/session/thumbnail_cache.h"
#include "app/widgets/number_words.h"
#include "app/widgets/swatch.h"

#include <QImage>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace epochscope::app {

namespace {

/// With three digits that say something, so that values in a list can be compared.
QString measure_words(double value) {
    constexpr int most_decimals = 6;
    const double magnitude = value == 0 ? 0 : std::floor(std::log10(std::abs(value)));
    const int decimals = std::clamp(2 - static_cast<int>(magnitude), 0, most_decimals);
    return QLocale().toString(value, 'f', decimals);
}

}  // namespace

NeighbourModel::NeighbourModel(Session& session, QObject* parent)
    : QAbstractListModel(parent), session_(session) {
    connect(&session.thumbnails(), &ThumbnailCache::ready, this, &NeighbourModel::follow_picture);
}

void NeighbourModel::follow_picture(std::size_t sample) {
    for (std::size_t i = 0; i < rows_.rows.size(); ++i) {
        if (static_cast<std::size_t>(rows_.rows[i].sample) != sample) continue;
        const QModelIndex row = index(static_cast<int>(i));
        emit dataChanged(row, row, {picture_role});
    }
}

void NeighbourModel::show(const NeighbourRows& rows, std::size_t reached) {
    if (rows == rows_ && reached == reached_) return;
    if (rows.rows == rows_.rows) {
        // The same samples: what is known of them may differ, the place in the list stays.
        rows_ = rows;
        reached_ = reached;
        if (!rows_.rows.empty()) emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    rows_ = rows;
    reached_ = reached;
    endResetModel();
}

int NeighbourModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.rows.size());
}

QVariant NeighbourModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const NeighbourRow& row = rows_.rows[static_cast<std::size_t>(index.row())];
    const EpochSeries& series = session_.dataset()->series;
    const SampleFacts facts = facts_of(series, reached_, static_cast<std::size_t>(row.sample));
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return words(row);
        case sample_role:
            return row.sample;
        case change_role:
            return static_cast<int>(row.change);
        case colour_role:
            return to_qcolor(session_.view().colours[facts.label]);
        case label_role:
            return class_name(series, facts.label);
        case name_role:
            return name_of_sample(*session_.dataset(), static_cast<std::size_t>(row.sample));
        case prediction_role:
            return facts.prediction ? QVariant(class_name(series, *facts.prediction)) : QVariant();
        case wrong_role:
            return facts.is_wrong();
        case highest_role:
            return number_words(series.sample_count() - 1);
        case picture_role:
            if (!session_.thumbnails().has_source()) return {};
            return session_.thumbnails()
                .picture(static_cast<std::size_t>(row.sample))
                .value_or(QImage());
        case measure_role:
            return row.value ? QVariant(measure_words(*row.value)) : QVariant();
        default:
            return {};
    }
}

QString NeighbourModel::words(const NeighbourRow& row) const {
    const EpochSeries& series = session_.dataset()->series;
    const SampleFacts facts = facts_of(series, reached_, static_cast<std::size_t>(row.sample));
    QString words = tr("Sample %1, %2")
                        .arg(number_words(static_cast<std::size_t>(row.sample)),
                             class_name(series, facts.label));
    const QString name = name_of_sample(*session_.dataset(), static_cast<std::size_t>(row.sample));
    if (!name.isEmpty()) words = name + QStringLiteral("\n") + words;
    if (facts.prediction) {
        const QString predicted = class_name(series, *facts.prediction);
        words += facts.is_wrong() ? tr(", predicted %1 (wrong)").arg(predicted)
                                  : tr(", predicted %1").arg(predicted);
    }
    if (row.change == Change::gained) words += tr(", gained since the last epoch");
    if (row.change == Change::lost) words += tr(", lost since the last epoch");
    if (row.value)
        words += (rows_.measure == Measure::influence ? tr(", with an influence of %1")
                                                      : tr(", at a distance of %1"))
                     .arg(measure_words(*row.value));
    return words;
}

}  // namespace epochscope::app
