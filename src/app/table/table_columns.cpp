#include "app/table/table_columns.h"

#include "app/datamap/signal_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::TableColumns)
};

constexpr std::size_t shown_letters = 200;
constexpr std::size_t whole_letters = 2000;
/// UTF-8 takes at most so many bytes a letter.
constexpr std::size_t most_bytes = 4;

TableColumn at_playhead(std::string name, const QString& heading, const QString& meaning) {
    TableColumn column{std::move(name), heading, meaning};
    if (column.name == "prediction_at") column.type = ColumnType::text;
    column.at_playhead = true;
    return column;
}

void add_playhead_columns(std::vector<TableColumn>& list, const Dataset& dataset) {
    if (dataset.series.has_predictions())
        list.push_back(at_playhead("prediction_at", Words::tr("Prediction"),
                                   Words::tr("The class predicted at the playhead")));
    if (dataset.series.has_confidence())
        list.push_back(
            at_playhead("confidence_at", Words::tr("Confidence"),
                        Words::tr("The probability of the predicted class at the playhead")));
    if (dataset.trust && dataset.trust->has_preserved())
        list.push_back(at_playhead(
            "kept_at", Words::tr("Neighbours kept"),
            Words::tr("The fraction of its nearest in feature space that are its nearest in the "
                      "plane too, at the playhead")));
    if (dataset.trust && !dataset.trust->motion.empty())
        list.push_back(at_playhead(
            "motion_at", Words::tr("Motion"),
            Words::tr("Above 3, its last move in the plane is the layout's; below -3, it moved in "
                      "feature space and the plane does not show it; at the playhead")));
}

/// A column of a comparison.
void name_compared(TableColumn& column, const QString& other) {
    if (column.name.ends_with("shared_neighbours")) {
        column.heading = Words::tr("Shared neighbours");
        column.meaning =
            Words::tr("The fraction of its nearest that are its nearest in %1 too").arg(other);
    } else if (column.name.ends_with("agreement")) {
        column.heading = Words::tr("Agreement");
        column.meaning =
            Words::tr("The fraction of epochs at which %1 predicts the same class").arg(other);
    } else if (column.name.ends_with("confidence_change")) {
        column.heading = Words::tr("Confidence change");
        column.meaning = Words::tr("The confidence in %1 less the confidence here").arg(other);
    } else if (column.name.ends_with("later")) {
        column.heading = Words::tr("Learnt later");
        column.meaning =
            Words::tr("How many epochs later its label is first predicted in %1").arg(other);
    }
}

/// A column of the list that is no signal and no metadata.
void name_known(TableColumn& column) {
    if (column.name == "sample") {
        column.heading = Words::tr("Sample");
        column.meaning = Words::tr("The sample's index");
    } else if (column.name == "label") {
        column.heading = Words::tr("Label");
        column.meaning = Words::tr("The sample's class in the data");
    } else if (column.name == "flips") {
        column.heading = Words::tr("Flips");
        column.meaning = Words::tr("How often the prediction changed from one epoch to the next");
    } else if (column.name == "first_correct") {
        column.heading = Words::tr("First correct");
        column.meaning = Words::tr("The first epoch with a right prediction");
    }
}

TableColumn listed(const ColumnInfo& info, const Dataset& dataset) {
    TableColumn column{info.name, QString::fromStdString(info.name), {}};
    column.type = info.type;
    column.is_signal = info.source == ColumnSource::signal;
    if (info.source == ColumnSource::metadata) {
        column.meaning = info.name == "id" ? Words::tr("The sample's id in the data")
                                           : Words::tr("A column of the data's metadata");
        if (info.name == "id") column.heading = Words::tr("Id");
    } else if (info.source == ColumnSource::comparison) {
        name_compared(column, QString::fromStdString(dataset.compared->other));
    } else if (const auto signal = signal_named(info.name); column.is_signal && signal) {
        column.heading = signal_heading(*signal);
        column.meaning = signal_words(*signal);
    } else {
        name_known(column);
    }
    return column;
}

/// Whether an epoch has values of a column at the playhead.
bool is_known(std::string_view name, const Dataset& dataset, std::size_t epoch) {
    const Epoch& at = dataset.series.epoch(epoch);
    if (name == "prediction_at") return !at.predictions.empty();
    if (name == "confidence_at") return !at.confidence.empty();
    const Trust& trust = *dataset.trust;
    const auto& rows = name == "kept_at" ? trust.preserved : trust.motion;
    return epoch < rows.size() && !rows[epoch].empty();
}

/// At most so many letters of UTF-8, whole ones.
QString first_letters(std::string_view text, std::size_t letters) {
    const bool is_cut = text.size() > letters * most_bytes;
    const std::string_view part = text.substr(0, letters * most_bytes);
    QString words = QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
    const auto most = static_cast<qsizetype>(letters);
    if (!is_cut && words.size() <= most) return words;
    words.truncate(std::min(words.size(), most));
    return words + QChar(u'\u2026');
}

}  // namespace

std::vector<TableColumn> table_columns(const SampleColumns& columns) {
    std::vector<TableColumn> list;
    for (const ColumnInfo& info : columns.list()) {
        list.push_back(listed(info, *columns.dataset()));
        if (info.name == "label") add_playhead_columns(list, *columns.dataset());
    }
    // What samples are looked for by is seen without scrolling.
    const auto signals_begin = std::ranges::find(list, true, &TableColumn::is_signal);
    const auto suspicion =
        std::ranges::find(list, std::string(name_of(Signal::suspicion)), &TableColumn::name);
    if (suspicion != list.end()) std::rotate(signals_begin, suspicion, suspicion + 1);
    return list;
}

std::string name_at(const TableColumn& column, const EpochSeries& series, std::size_t epoch) {
    if (!column.at_playhead) return column.name;
    return column.name + "(" + std::to_string(series.epoch(epoch).number) + ")";
}

std::optional<Column> column_at(const TableColumn& column, const SampleColumns& columns,
                                std::size_t epoch) {
    const Dataset& dataset = *columns.dataset();
    if (!is_known(column.name, dataset, epoch)) return std::nullopt;
    return columns.column(name_at(column, dataset.series, epoch));
}

QString shown_words(const Column& column, std::size_t sample) {
    if (column.is_text()) {
        std::string_view text = column.text(sample);
        text = text.substr(0, text.find_first_of("\r\n"));
        return first_letters(text, shown_letters);
    }
    if (column.type() != ColumnType::real) return QString::fromStdString(column.words(sample));
    const double value = column.number(sample);
    if (!std::isfinite(value)) return {};
    return value == std::floor(value) && std::abs(value) < 1e9 ? QString::number(value, 'f', 0)
                                                               : QString::number(value, 'g', 4);
}

QString whole_words(const Column& column, std::size_t sample) {
    return column.is_text() ? first_letters(column.text(sample), whole_letters)
                            : QString::fromStdString(column.words(sample));
}

}  // namespace epochscope::app
