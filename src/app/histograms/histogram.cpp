#include "app/histograms/histogram.h"

#include "app/session/conditions.h"

#include <epochscope/query/sql_words.h>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::Histograms)
};

constexpr double wanted_bins = 40;
/// Of a bin, as a fraction of the largest value.
constexpr double finest_width = 1e-12;
constexpr int least_power = -300;
constexpr std::size_t samples_between_checks = std::size_t{1} << 16U;
constexpr int exact_digits = 15;
constexpr int shown_digits = 6;

void check(const Job& job, std::size_t sample, std::size_t count) {
    if (sample % samples_between_checks == 0)
        job.reached(static_cast<double>(sample) / static_cast<double>(count));
}

bool is_in(const Picks& filter, std::size_t sample) { return !filter || filter->contains(sample); }

void count_numbers(Histogram& histogram, const Column& column, const Picks& filter,
                   const Job& job) {
    const std::size_t count = column.size();
    double min = std::numeric_limits<double>::infinity();
    double max = -min;
    for (std::size_t i = 0; i < count; ++i) {
        check(job, i, 2 * count);
        const double value = column.number(i);
        if (!std::isfinite(value)) continue;
        min = std::min(min, value);
        max = std::max(max, value);
    }
    if (min > max) {
        histogram.problem = Words::tr("no sample has a value");
        histogram.missing = count;
        return;
    }
    histogram.edges = edges_around(min, max, column.type() != ColumnType::real);
    histogram.whole.resize(histogram.edges.count);
    histogram.part.resize(histogram.edges.count);
    for (std::size_t i = 0; i < count; ++i) {
        check(job, count + i, 2 * count);
        const double value = column.number(i);
        if (!std::isfinite(value)) {
            ++histogram.missing;
            continue;
        }
        const std::size_t bin = histogram.edges.bin_of(value);
        ++histogram.whole[bin];
        if (is_in(filter, i)) ++histogram.part[bin];
    }
}

/// How many samples have a text: all, and those of the filter.
struct Tally {
    std::size_t whole = 0;
    std::size_t part = 0;
};

void count_texts(Histogram& histogram, const Column& column, const Picks& filter, const Job& job) {
    std::unordered_map<std::string_view, Tally> tallies;
    for (std::size_t i = 0; i < column.size(); ++i) {
        check(job, i, column.size());
        if (column.is_missing(i)) {
            ++histogram.missing;
            continue;
        }
        Tally& tally = tallies[column.text(i)];
        ++tally.whole;
        if (is_in(filter, i)) ++tally.part;
    }
    if (tallies.empty()) histogram.problem = Words::tr("no sample has a value");
    std::vector<std::pair<std::string_view, Tally>> sorted(tallies.begin(), tallies.end());
    std::ranges::sort(sorted, [](const auto& a, const auto& b) {
        return std::pair(b.second.whole, a.first) < std::pair(a.second.whole, b.first);
    });
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const auto& [text, tally] = sorted[i];
        if (i < most_categories)
            histogram.words.push_back(
                QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
        if (i <= most_categories) {
            histogram.whole.push_back(0);
            histogram.part.push_back(0);
        }
        histogram.whole.back() += tally.whole;
        histogram.part.back() += tally.part;
    }
}

QString in_sql(const QString& name) {
    return QString::fromStdString(name_in_sql(name.toStdString()));
}

QString in_quotes(const QString& text) {
    return QString::fromStdString(text_in_sql(text.toStdString()));
}

QString number_in_sql(double number) { return QString::number(number, 'g', exact_digits); }

QString value_in_sql(ColumnType type, double number) {
    if (type != ColumnType::date) return number_in_sql(number);
    return in_quotes(
        QString::fromStdString(date_words(static_cast<std::int64_t>(std::llround(number)))));
}

QString category_condition(const Histogram& histogram, const std::vector<std::size_t>& bins) {
    QStringList texts;
    for (const std::size_t bin : bins)
        if (bin < histogram.words.size()) texts << in_quotes(histogram.words[bin]);
    if (texts.isEmpty()) return {};
    const QString name = in_sql(histogram.name);
    if (texts.size() == 1) return QStringLiteral("%1 = %2").arg(name, texts.front());
    return QStringLiteral("%1 IN (%2)").arg(name, texts.join(QStringLiteral(", ")));
}

/// The conditions that leave the numbers of these bins, by both of their bounds; first that of
/// condition_of.
QStringList two_bounds(const Histogram& histogram, std::size_t first, std::size_t last) {
    const BinEdges& edges = histogram.edges;
    const QString name = in_sql(histogram.name);
    const QString low = value_in_sql(histogram.type, edges.edge(first));
    if (histogram.has_units()) {
        const QString top = number_in_sql(edges.edge(last));
        const QString between = QStringLiteral("%1 BETWEEN %2 AND %3").arg(name, low, top);
        const QString typed = QStringLiteral("%1 >= %2 AND %1 <= %3").arg(name, low, top);
        if (first != last) return {between, typed};
        return {QStringLiteral("%1 = %2").arg(name, low), between, typed};
    }
    // The last bin holds its upper edge too.
    return {QStringLiteral("%1 >= %2 AND %1 %3 %4")
                .arg(name, low,
                     last + 1 == edges.count ? QStringLiteral("<=") : QStringLiteral("<"),
                     value_in_sql(histogram.type, edges.edge(last + 1)))};
}

/// Those that leave a bin and all after it, or all before it.
QStringList lower_bounds(const Histogram& histogram, std::size_t first) {
    const QString name = in_sql(histogram.name);
    const double low = histogram.edges.edge(first);
    QStringList bounds{QStringLiteral("%1 >= %2").arg(name, value_in_sql(histogram.type, low))};
    if (histogram.has_units())
        bounds << QStringLiteral("%1 > %2").arg(name, number_in_sql(low - 1));
    return bounds;
}

QStringList upper_bounds(const Histogram& histogram, std::size_t last) {
    const QString name = in_sql(histogram.name);
    const double high = histogram.edges.edge(last + 1);
    QStringList bounds{QStringLiteral("%1 < %2").arg(name, value_in_sql(histogram.type, high))};
    if (histogram.has_units())
        bounds << QStringLiteral("%1 <= %2").arg(name, number_in_sql(high - 1));
    return bounds;
}

BrushedBins brushed_numbers(const Histogram& histogram, const QString& condition) {
    const std::size_t count = histogram.edges.count;
    BrushedBins found;
    const auto finds = [&](const QStringList& pieces, std::size_t first, std::size_t last) {
        const auto piece = std::ranges::find_if(
            pieces, [&](const QString& words) { return has_condition(condition, words); });
        if (piece == pieces.end()) return false;
        found.piece = *piece;
        for (std::size_t bin = first; bin <= last; ++bin) found.bins.push_back(bin);
        return true;
    };
    for (std::size_t first = 0; first < count; ++first) {
        // Few of the edges are in the condition.
        if (!condition.contains(value_in_sql(histogram.type, histogram.edges.edge(first))))
            continue;
        for (std::size_t last = first; last < count; ++last)
            if (finds(two_bounds(histogram, first, last), first, last)) return found;
    }
    for (std::size_t bin = 0; bin < count; ++bin)
        if (finds(lower_bounds(histogram, bin), bin, count - 1) ||
            finds(upper_bounds(histogram, bin), 0, bin))
            return found;
    return found;
}

BrushedBins brushed_categories(const Histogram& histogram, const QString& condition) {
    BrushedBins found;
    for (std::size_t bin = 0; bin < histogram.words.size(); ++bin)
        if (condition.contains(in_quotes(histogram.words[bin]))) found.bins.push_back(bin);
    found.piece = category_condition(histogram, found.bins);
    if (found.bins.empty() || !has_condition(condition, found.piece)) return {};
    return found;
}

}  // namespace

bool Histogram::has_units() const {
    return type != ColumnType::real && type != ColumnType::date && edges.power == 0 &&
           edges.factor == 1;
}

double BinEdges::edge(std::size_t index) const {
    const double steps = static_cast<double>(first + static_cast<std::int64_t>(index)) * factor;
    // Divided where possible: 0.3 is 3 / 10, but not 3 * 0.1.
    return power < 0 ? steps / std::pow(10, -power) : steps * std::pow(10, power);
}

std::size_t BinEdges::bin_of(double value) const {
    const double width = factor * std::pow(10, power);
    const double guess = std::floor(value / width) - static_cast<double>(first);
    auto bin = static_cast<std::size_t>(std::clamp(guess, 0.0, static_cast<double>(count - 1)));
    if (bin > 0 && value < edge(bin)) --bin;
    if (bin + 1 < count && value >= edge(bin + 1)) ++bin;
    return bin;
}

BinEdges edges_around(double min, double max, bool whole) {
    BinEdges edges;
    const double largest = std::max(std::abs(min), std::abs(max));
    // Neither overflows nor is too fine for the digits of a number.
    const double width =
        min == max ? largest
                   : std::max(max / wanted_bins - min / wanted_bins, largest * finest_width);
    if (width > 0) {
        edges.power = std::max(least_power, static_cast<int>(std::floor(std::log10(width))));
        const double scaled = width / std::pow(10, edges.power);
        edges.factor = scaled <= 1 ? 1 : scaled <= 2 ? 2 : scaled <= 5 ? 5 : 10;
    }
    if (whole && edges.power < 0) {
        edges.power = 0;
        edges.factor = 1;
    }
    const double step = edges.factor * std::pow(10, edges.power);
    edges.first = static_cast<std::int64_t>(std::floor(min / step));
    if (min < edges.edge(0)) --edges.first;
    const auto last = static_cast<std::int64_t>(std::floor(max / step));
    edges.count = static_cast<std::size_t>(std::max<std::int64_t>(0, last - edges.first) + 1);
    // The largest value on an edge needs no bin of its own, but whole numbers do.
    if (!whole && edges.count > 1 && edges.edge(edges.count - 1) >= max) --edges.count;
    return edges;
}

QString Histogram::words_of(std::size_t bin) const {
    if (is_text()) return bin < words.size() ? words[bin] : Words::tr("others");
    const auto number = [this](double value) {
        if (type == ColumnType::date)
            return QString::fromStdString(
                date_words(static_cast<std::int64_t>(std::llround(value))));
        return QLocale().toString(value, 'g', shown_digits);
    };
    if (type == ColumnType::truth)
        return edges.edge(bin) > 0 ? Words::tr("true") : Words::tr("false");
    const double low = edges.edge(bin);
    const double high = edges.edge(bin + 1);
    if (type == ColumnType::whole && high - low <= 1) return number(low);
    return Words::tr("%1 to %2").arg(number(low), number(high));
}

Histogram histogram_of(const Column& column, const Picks& filter, const Job& job) {
    Histogram histogram;
    histogram.name = QString::fromStdString(column.name());
    histogram.type = column.type();
    if (column.is_text()) {
        count_texts(histogram, column, filter, job);
    } else {
        count_numbers(histogram, column, filter, job);
    }
    return histogram;
}

QString condition_of(const Histogram& histogram, const std::vector<std::size_t>& bins) {
    if (bins.empty()) return {};
    if (histogram.is_text()) return category_condition(histogram, bins);
    const auto [first, last] = std::ranges::minmax(bins);
    return two_bounds(histogram, first, last).front();
}

BrushedBins brushed_bins(const Histogram& histogram, const QString& condition) {
    if (!condition.contains(in_sql(histogram.name))) return {};
    return histogram.is_text() ? brushed_categories(histogram, condition)
                               : brushed_numbers(histogram, condition);
}

}  // namespace epochscope::app
