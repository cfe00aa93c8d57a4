#pragma once

#include "app/session/picks.h"

#include <epochscope/model/column.h>
#include <epochscope/model/job.h>

#include <QString>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope::app {

/// The most bins of numbers, and the most categories that have a bar of their own.
inline constexpr std::size_t most_bins = 42;
inline constexpr std::size_t most_categories = 12;

/// Bins of one width with edges that are short to write: edge i is (first + i) * factor * 10^power.
struct BinEdges {
    std::int64_t first = 0;
    int factor = 1;
    int power = 0;
    std::size_t count = 0;

    [[nodiscard]] double edge(std::size_t index) const;
    /// The bin of a value between the outer edges; the last one holds its upper edge too.
    [[nodiscard]] std::size_t bin_of(double value) const;
};

/// Edges of 16 to 42 bins around these values, which are finite; one bin if they are the same, and
/// a bin for each of few whole numbers.
BinEdges edges_around(double min, double max, bool whole);

/// How many samples have which values of a column: all of them, and those of a filter.
struct Histogram {
    QString name;
    ColumnType type = ColumnType::real;
    /// Why there are no bins; empty if there are.
    QString problem;
    /// Of numbers.
    BinEdges edges;
    /// Of texts: the most frequent first. Those that are rarer are in a last bin without a name, if
    /// there are any.
    std::vector<QString> words;
    std::vector<std::size_t> whole;
    std::vector<std::size_t> part;
    /// Samples without a value.
    std::size_t missing = 0;

    /// Whether each bin is of one whole number.
    [[nodiscard]] bool has_units() const;
    [[nodiscard]] bool is_text() const { return type == ColumnType::text; }
    /// The range of values or the category of a bin.
    [[nodiscard]] QString words_of(std::size_t bin) const;
};

/// `filter` may be null: then the part is the whole. Throws Cancelled. O(samples).
Histogram histogram_of(const Column& column, const Picks& filter, const Job& job = {});

/// The condition, in a sample query, that holds for the samples of some bins: of all from the first
/// to the last for numbers, of these alone for texts. Empty for none, or if all of them are rare
/// categories.
QString condition_of(const Histogram& histogram, const std::vector<std::size_t>& bins);

/// Bins, and the piece of a condition (see app/session/conditions.h) that leaves only them.
struct BrushedBins {
    std::vector<std::size_t> bins;
    QString piece;
};

/// The bins that a condition leaves, if one of its pieces is that of condition_of, or says the same
/// as one types it: "flips >= 2 AND flips <= 4", "flips > 3". None otherwise.
BrushedBins brushed_bins(const Histogram& histogram, const QString& condition);

}  // namespace epochscope::app
