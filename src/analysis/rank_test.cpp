#include "analysis/faithfulness/ranks.h"

#include <epochscope/analysis/rank_test.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace epochscope {

namespace {

void append_numbers(std::vector<double>& all, std::span<const double> values) {
    std::ranges::copy_if(values, std::back_inserter(all), [](double x) { return !std::isnan(x); });
}

/// The sum of t^3 - t over the groups of t equal ranks.
double tie_term(std::vector<std::int32_t> ranks) {
    std::ranges::sort(ranks);
    double sum = 0;
    for (auto first = ranks.begin(); first != ranks.end();) {
        const auto last = std::upper_bound(first, ranks.end(), *first);
        const auto tied = static_cast<double>(last - first);
        sum += tied * tied * tied - tied;
        first = last;
    }
    return sum;
}

/// The two-sided p of a U that is `away` from its mean.
double probability(double away, double deviation) {
    constexpr double continuity = 0.5;
    if (deviation <= 0) return 1;
    const double z = (away - continuity) / deviation;
    return std::min(1.0, std::erfc(z / std::sqrt(2.0)));
}

}  // namespace

std::optional<RankTest> mann_whitney(std::span<const double> first,
                                     std::span<const double> second) {
    std::vector<double> all;
    append_numbers(all, first);
    const std::size_t first_count = all.size();
    append_numbers(all, second);
    const auto n = static_cast<double>(first_count);
    const auto m = static_cast<double>(all.size() - first_count);
    if (n == 0 || m == 0) return std::nullopt;
    const std::vector<std::int32_t> ranks = double_ranks(all);
    double sum = 0;
    for (std::size_t i = 0; i < first_count; ++i) sum += ranks[i] / 2.0;
    const double u = sum - n * (n + 1) / 2;
    const double total = n + m;
    const double ties = tie_term(ranks) / (total * (total - 1));
    const double deviation = std::sqrt(n * m / 12 * (total + 1 - ties));
    return RankTest{.u = u,
                    .p = probability(std::abs(u - n * m / 2), deviation),
                    .effect = 2 * u / (n * m) - 1};
}

}  // namespace epochscope
