#include "app/histograms/histogram.h"

#include "gui/datamap/support.h"

#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;

namespace {

std::size_t sum(const std::vector<std::size_t>& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
}

}  // namespace

TEST_CASE("bins have edges that are short to write, and every value is in its bin",
          "[histograms]") {
    const double huge = std::numeric_limits<double>::max();
    const std::vector<std::pair<double, double>> ranges{
        {0, 1},       {0.1, 0.7}, {-3, 12.5},       {1e-9, 2e-9},  {-huge, huge},
        {1e15, 1e15}, {0, 0},     {0.3, 0.3},       {-5, -5},      {1e15, 1e15 + 1},
        {0, 1e-310},  {0, 1e300}, {-1e-300, 1e300}, {99.9, 1000.1}};
    for (const auto& [min, max] : ranges) {
        INFO(min << " to " << max);
        const BinEdges edges = edges_around(min, max, false);
        REQUIRE(edges.count >= 1);
        CHECK(edges.count <= most_bins);
        CHECK(edges.edge(0) <= min);
        CHECK(edges.edge(edges.count) >= max);
        for (int i = 0; i <= 1000; ++i) {
            const double value = min + (max / 1000 - min / 1000) * i;
            const std::size_t bin = edges.bin_of(value);
            REQUIRE(bin < edges.count);
            CHECK(edges.edge(bin) <= value);
            CHECK((value < edges.edge(bin + 1) || bin + 1 == edges.count));
        }
    }
    const BinEdges edges = edges_around(0, 1, false);
    CHECK(edges.edge(12) == 0.6);
    CHECK(edges.bin_of(0.6) == 12);
}

TEST_CASE("few whole numbers have a bin each", "[histograms]") {
    const BinEdges edges = edges_around(2, 5, true);
    CHECK(edges.count == 4);
    CHECK(edges.bin_of(5) == 3);
    CHECK(edges_around(0, 1000, true).count <= most_bins);
    CHECK(edges_around(7, 7, true).count == 1);
}

TEST_CASE("samples are counted, all and those of the filter", "[histograms]") {
    const double unknown = std::nan("");
    const Column column = Column::of_real("speed", {0, 0.5, 0.5, unknown, 1});
    const auto filter = tests::picks(5, {1, 3});
    const Histogram histogram = histogram_of(column, filter);
    CHECK(sum(histogram.whole) == 4);
    CHECK(sum(histogram.part) == 1);
    CHECK(histogram.missing == 1);
    CHECK(histogram.part[histogram.edges.bin_of(0.5)] == 1);
    CHECK(histogram_of(column, nullptr).part == histogram.whole);
    CHECK_FALSE(histogram_of(Column::of_real("x", {unknown}), nullptr).problem.isEmpty());
}

TEST_CASE("the most frequent texts have bars, the others one together", "[histograms]") {
    std::vector<std::int32_t> codes{-1};
    std::vector<std::string> words;
    for (int word = 0; word < 20; ++word) {
        words.push_back("w" + std::to_string(word));
        for (int i = 0; i <= word; ++i) codes.push_back(word);
    }
    const Histogram histogram = histogram_of(Column::of_categories("kind", codes, words), nullptr);
    REQUIRE(histogram.words.size() == most_categories);
    CHECK(histogram.words.front() == "w19");
    CHECK(histogram.whole.front() == 20);
    CHECK(histogram.whole.size() == most_categories + 1);
    CHECK(histogram.whole.back() == 36);
    CHECK(histogram.missing == 1);
    CHECK(condition_of(histogram, {0}) == "kind = 'w19'");
    CHECK(condition_of(histogram, {0, 2}) == "kind IN ('w19', 'w17')");
    CHECK(condition_of(histogram, {most_categories}).isEmpty());
}

TEST_CASE("bins say what they ask for", "[histograms]") {
    const Histogram shares = histogram_of(Column::of_real("a share", {0, 1}), nullptr);
    CHECK(condition_of(shares, {4, 5, 6, 7, 8}) == "\"a share\" >= 0.2 AND \"a share\" < 0.45");
    CHECK(condition_of(shares, {shares.edges.count - 1}).endsWith("<= 1"));
    CHECK(condition_of(shares, {}).isEmpty());
    const Histogram flips =
        histogram_of(Column::of_whole("flips", ColumnType::whole, {0, 3, 9}), nullptr);
    CHECK(condition_of(flips, {3, 4, 5}) == "flips BETWEEN 3 AND 5");
    CHECK(condition_of(flips, {3}) == "flips = 3");
    const Histogram quotes = histogram_of(Column::of_categories("it", {0, 0}, {"it's"}), nullptr);
    CHECK(condition_of(quotes, {0}) == "it = 'it''s'");
    // A word of SQL as a name.
    Histogram ordered = quotes;
    ordered.name = "order";
    CHECK(condition_of(ordered, {0}) == "\"order\" = 'it''s'");
    const Histogram days =
        histogram_of(Column::of_whole("day", ColumnType::date, {0, 86'400 * 400LL}), nullptr);
    CHECK(condition_of(days, {0}).startsWith("day >= '1970-01-01' AND day < '197"));
}
