#include "app/datamap/picked_rows.h"

#include "app/datamap/signal_words.h"
#include "app/neighbours/sample_words.h"
#include "app/session/sample_name.h"
#include "app/widgets/number_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::PickedColumns)
};

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

std::vector<std::size_t> ranks_of(const std::vector<std::string>& names) {
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return names[a] < names[b]; });
    std::vector<std::size_t> rank(names.size());
    for (std::size_t place = 0; place < order.size(); ++place) rank[order[place]] = place;
    return rank;
}

}  // namespace

std::optional<Signal> PickedColumns::signal_of(int column) {
    if (column < first_signal || column >= count) return std::nullopt;
    // The first signal is the label.
    return static_cast<Signal>(column - first_signal + 1);
}

QString PickedColumns::name(int column) {
    if (const auto signal = signal_of(column)) return signal_name(*signal);
    if (column == id) return QStringLiteral("id");
    return column == label ? QStringLiteral("label") : QStringLiteral("pred_label");
}

QString PickedColumns::words(int column) {
    if (const auto signal = signal_of(column)) return signal_words(*signal);
    if (column == id) return Words::tr("the sample's index");
    return column == label ? Words::tr("the sample's label")
                           : Words::tr("the class predicted at the last epoch");
}

PickedFacts::PickedFacts(std::shared_ptr<const Dataset> dataset,
                         std::shared_ptr<const SignalTable> table)
    : dataset_(std::move(dataset)),
      table_(std::move(table)),
      rank_(ranks_of(dataset_->series.classes().names)) {
    for (const Epoch& epoch : dataset_->series.epochs())
        if (!epoch.predictions.empty()) predictions_ = epoch.predictions;
}

std::optional<std::size_t> PickedFacts::class_at(int column, std::size_t sample) const {
    if (column == PickedColumns::label)
        return static_cast<std::size_t>(dataset_->series.labels()[sample]);
    if (column != PickedColumns::prediction || predictions_.empty()) return std::nullopt;
    const auto predicted = static_cast<std::size_t>(predictions_[sample]);
    // Nobody has checked the predictions of a mapped file.
    return predicted < rank_.size() ? std::optional(predicted) : std::nullopt;
}

double PickedFacts::number(int column, std::size_t sample) const {
    if (column == PickedColumns::id) return static_cast<double>(sample);
    if (const auto signal = PickedColumns::signal_of(column))
        return table_ ? (*table_)[*signal][sample] : unknown;
    const auto index = class_at(column, sample);
    return index ? static_cast<double>(rank_[*index]) : unknown;
}

QString PickedFacts::words(int column, std::size_t sample) const {
    if (column == PickedColumns::id) return numbered_name(*dataset_, sample);
    if (!PickedColumns::signal_of(column)) return exact_words(column, sample);
    const double value = number(column, sample);
    if (!std::isfinite(value)) return {};
    return figure_words(value, 4);
}

QString PickedFacts::exact_words(int column, std::size_t sample) const {
    if (column == PickedColumns::id) return QString::number(sample);
    if (!PickedColumns::signal_of(column)) {
        const auto index = class_at(column, sample);
        return index ? class_name(dataset_->series, *index) : QString();
    }
    const double value = number(column, sample);
    if (!std::isfinite(value)) return {};
    char text[32];
    const auto end = std::to_chars(std::begin(text), std::end(text), value).ptr;
    return QString::fromLatin1(std::begin(text), end - std::begin(text));
}

std::vector<std::size_t> sorted_by(const PickedFacts& facts, std::span<const std::size_t> samples,
                                   int column, bool descending) {
    struct Row {
        double key;
        std::size_t sample;
    };
    std::vector<Row> rows;
    rows.reserve(samples.size());
    for (const std::size_t sample : samples) rows.push_back({facts.number(column, sample), sample});
    std::sort(rows.begin(), rows.end(), [descending](const Row& a, const Row& b) {
        const bool known = !std::isnan(a.key);
        if (known != !std::isnan(b.key)) return known;
        if (known && a.key != b.key) return descending ? a.key > b.key : a.key < b.key;
        return a.sample < b.sample;
    });
    std::vector<std::size_t> sorted;
    sorted.reserve(rows.size());
    for (const Row& row : rows) sorted.push_back(row.sample);
    return sorted;
}

}  // namespace epochscope::app
