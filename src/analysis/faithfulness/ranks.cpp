#include "analysis/faithfulness/ranks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace epochscope {

namespace {

/// Shorter lists are ranked by counting.
constexpr std::size_t few = 64;

void rank_by_counting(std::span<const double> values, std::span<std::int32_t> ranks) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::int32_t below = 0;
        std::int32_t up_to = 0;
        for (const double other : values) {
            below += other < values[i] ? 1 : 0;
            up_to += other <= values[i] ? 1 : 0;
        }
        // Twice the mean of below + 1 and up_to.
        ranks[i] = below + 1 + up_to;
    }
}

void rank_by_sorting(std::span<const double> values, std::span<std::int32_t> ranks) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first;
        while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) ++last;
        const auto rank = static_cast<std::int32_t>(first + last + 2);
        for (; first <= last; ++first) ranks[order[first]] = rank;
    }
}

std::int32_t order_of(std::int32_t a, std::int32_t b) {
    return static_cast<std::int32_t>(a > b) - static_cast<std::int32_t>(a < b);
}

}  // namespace

void double_ranks(std::span<const double> values, std::span<std::int32_t> ranks) {
    values.size() < few ? rank_by_counting(values, ranks) : rank_by_sorting(values, ranks);
}

std::vector<std::int32_t> double_ranks(std::span<const double> values) {
    std::vector<std::int32_t> ranks(values.size());
    double_ranks(values, ranks);
    return ranks;
}

std::optional<double> kendall(std::span<const std::int32_t> a, std::span<const std::int32_t> b) {
    std::int64_t agreement = 0;
    std::int64_t untied_a = 0;
    std::int64_t untied_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        // The pairs with earlier entries: fits 32 bits, which vectorises better.
        std::int32_t agreeing = 0;
        std::int32_t apart_a = 0;
        std::int32_t apart_b = 0;
        for (std::size_t j = 0; j < i; ++j) {
            const std::int32_t in_a = order_of(a[i], a[j]);
            const std::int32_t in_b = order_of(b[i], b[j]);
            agreeing += in_a * in_b;
            apart_a += in_a * in_a;
            apart_b += in_b * in_b;
        }
        agreement += agreeing;
        untied_a += apart_a;
        untied_b += apart_b;
    }
    if (untied_a == 0 || untied_b == 0) return std::nullopt;
    return static_cast<double>(agreement) /
           std::sqrt(static_cast<double>(untied_a) * static_cast<double>(untied_b));
}

std::optional<double> spearman(std::span<const std::int32_t> a, std::span<const std::int32_t> b) {
    const std::vector<double> of_a(a.begin(), a.end());
    const std::vector<double> of_b(b.begin(), b.end());
    return pearson(of_a, of_b);
}

std::optional<double> pearson(std::span<const double> a, std::span<const double> b) {
    const auto differs = [](std::span<const double> values) {
        return std::any_of(values.begin(), values.end(),
                           [&](double value) { return value != values.front(); });
    };
    if (!differs(a) || !differs(b)) return std::nullopt;
    const auto count = static_cast<double>(a.size());
    const double mean_a = std::accumulate(a.begin(), a.end(), 0.0) / count;
    const double mean_b = std::accumulate(b.begin(), b.end(), 0.0) / count;
    double together = 0;
    double square_a = 0;
    double square_b = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        together += (a[i] - mean_a) * (b[i] - mean_b);
        square_a += (a[i] - mean_a) * (a[i] - mean_a);
        square_b += (b[i] - mean_b) * (b[i] - mean_b);
    }
    // Values from float32 are far from the range that overflows here.
    const double both = std::sqrt(square_a * square_b);
    if (!(both > 0)) return std::nullopt;
    return std::clamp(together / both, -1.0, 1.0);
}

}  // namespace epochscope
