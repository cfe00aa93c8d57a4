#include "app/review/review_words.h"

#include "app/neighbours/sample_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <string_view>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::Review)
};

/// The longest line that a list shows.
constexpr qsizetype line_characters = 300;
/// Of UTF-8.
constexpr qsizetype bytes_per_character = 4;

QString cell_words(const Dataset& dataset, std::string_view column, std::size_t sample) {
    const Column* found = dataset.metadata ? dataset.metadata->find(column) : nullptr;
    return found != nullptr ? QString::fromStdString(found->words(sample)) : QString();
}

QString index_words(std::size_t sample) {
    return QLocale().toString(static_cast<qulonglong>(sample));
}

}  // namespace

QString sample_text(const Dataset& dataset, std::size_t sample, qsizetype most) {
    const Column* column = dataset.metadata ? dataset.metadata->find("text") : nullptr;
    if (column == nullptr) return {};
    if (!column->is_text()) return cell_words(dataset, "text", sample);
    // A text may be of any length.
    const std::string_view text = column->text(sample);
    const auto bytes =
        std::min<qsizetype>(static_cast<qsizetype>(text.size()), most * bytes_per_character);
    QString words = QString::fromUtf8(text.data(), bytes);
    const bool is_cut = bytes < static_cast<qsizetype>(text.size()) || words.size() > most;
    words.truncate(most);
    return is_cut ? words + u'\u2026' : words;
}

QString sample_line(const Dataset& dataset, std::size_t sample) {
    const QString text = sample_text(dataset, sample, line_characters).simplified();
    if (!text.isEmpty()) return text;
    const QString id = cell_words(dataset, "id", sample);
    return id.isEmpty() ? Words::tr("Sample %1").arg(index_words(sample)) : id;
}

QString sample_title(const Dataset& dataset, std::size_t sample) {
    const QString title = Words::tr("Sample %1").arg(index_words(sample));
    const QString id = cell_words(dataset, "id", sample);
    return id.isEmpty() ? title : QStringLiteral("%1 \u00b7 %2").arg(title, id.left(80));
}

QString review_facts(const Dataset& dataset, const ReviewItem& item) {
    const EpochSeries& series = dataset.series;
    const std::int32_t label = series.labels()[item.sample];
    const QString labelled = class_name(series, static_cast<std::size_t>(label));
    const bool has_label = series.classes().is_labelled(label);
    if (!item.proposal.predicted)
        return has_label ? Words::tr("labelled %1, no prediction").arg(labelled)
                         : Words::tr("no label, no prediction");
    const QString predicted =
        class_name(series, static_cast<std::size_t>(*item.proposal.predicted));
    const auto since = static_cast<qlonglong>(series.epoch(item.proposal.since).number);
    if (!has_label)
        return Words::tr("no label, predicted %1 since epoch %2").arg(predicted).arg(since);
    return Words::tr("labelled %1, predicted %2 since epoch %3")
        .arg(labelled, predicted)
        .arg(since);
}

}  // namespace epochscope::app
