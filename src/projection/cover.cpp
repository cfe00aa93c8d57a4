#include "projection/cover.h"

#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace epochscope {

namespace {

constexpr std::size_t rows_at_once = 1024;

double square_between(std::span<const float> x, std::span<const float> y) {
    std::array<double, 4> sums{};
    for (std::size_t d = 0; d < x.size(); ++d) {
        const double off = double{x[d]} - double{y[d]};
        sums[d % 4] += off * off;
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

}  // namespace

double longest_of(const Table& rows) {
    double longest = 0;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        double square = 0;
        for (const float value : rows.row(i)) square += double{value} * double{value};
        longest = std::max(longest, square);
    }
    return std::sqrt(longest);
}

std::vector<std::size_t> covering(const Table& rows, std::vector<std::size_t> centres,
                                  double radius, double share, const std::stop_token& stop) {
    const std::size_t count = rows.rows();
    std::vector<double> nearest(count, std::numeric_limits<double>::infinity());
    const auto look_at = [&](std::size_t centre) {
        end_if_stopped(stop);
        const auto place = rows.row(centre);
        tbb::parallel_for(
            std::size_t{0}, (count + rows_at_once - 1) / rows_at_once, [&](std::size_t block) {
                const std::size_t end = std::min((block + 1) * rows_at_once, count);
                for (std::size_t i = block * rows_at_once; i < end; ++i)
                    nearest[i] = std::min(nearest[i], square_between(rows.row(i), place));
            });
    };
    for (const std::size_t centre : centres) look_at(centre);
    const double square = radius * radius;
    const double wanted = share * static_cast<double>(count);
    while (centres.size() < count) {
        const auto covered = std::count_if(nearest.begin(), nearest.end(),
                                           [&](double off) { return off <= square; });
        if (static_cast<double>(covered) >= wanted) break;
        const auto farthest = std::max_element(nearest.begin(), nearest.end());
        centres.push_back(static_cast<std::size_t>(farthest - nearest.begin()));
        look_at(centres.back());
    }
    return centres;
}

std::size_t first_landmarks(std::size_t samples, std::size_t wanted) {
    const std::size_t some = std::clamp<std::size_t>((samples + 5) / 6, 20, 300);
    return std::min(samples, wanted > 0 ? wanted : some);
}

double radius_at(const Spread& spread, const Spread& reference, double radius, double alpha,
                 double beta) {
    const auto part = [](double value, double other, double exponent) {
        return value > 0 && other > 0 ? std::pow(value / other, exponent) : 1;
    };
    return radius / (part(spread.length, reference.length, alpha) *
                     part(spread.dimension, reference.dimension, beta));
}

}  // namespace epochscope
