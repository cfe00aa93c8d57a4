#include "projection/affinities.h"

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <sstream>
#include <utility>

namespace epochscope {

namespace {

/// exp(-precision (d^2 - least d^2)) of each distance, made to sum to 1. The entropy in nats.
double conditional(std::span<const double> squares, double precision, std::span<double> shares) {
    double sum = 0;
    double weighted = 0;
    for (std::size_t j = 0; j < squares.size(); ++j) {
        const double over = squares[j] - squares[0];
        shares[j] = std::exp(-precision * over);
        sum += shares[j];
        weighted += shares[j] * over;
    }
    for (double& share : shares) share /= sum;
    return std::log(sum) + precision * weighted / sum;
}

/// The sum of a sparse matrix, whose rows have `width` entries each, and its transpose, halved and
/// divided by the number of rows.
Affinities symmetric(const NearestPoints& nearest, const std::vector<double>& shares) {
    const std::size_t count = nearest.points.size() / nearest.count;
    using Entry = std::pair<std::int32_t, double>;
    std::vector<std::vector<Entry>> rows(count);
    const double factor = 0.5 / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t n = 0; n < nearest.count; ++n) {
            const std::int32_t j = nearest.of(i)[n];
            const double value = factor * shares[i * nearest.count + n];
            rows[i].emplace_back(j, value);
            rows[static_cast<std::size_t>(j)].emplace_back(static_cast<std::int32_t>(i), value);
        }
    Affinities made{{0}, {}, {}, 0};
    for (auto& row : rows) {
        std::ranges::sort(row, {}, &Entry::first);
        for (std::size_t k = 0; k < row.size(); ++k) {
            if (k > 0 && row[k].first == row[k - 1].first) {
                made.values.back() += row[k].second;
                continue;
            }
            made.neighbours.push_back(row[k].first);
            made.values.push_back(row[k].second);
        }
        made.offsets.push_back(made.values.size());
    }
    return made;
}

}  // namespace

void fill_shares(std::span<const double> distances, double perplexity, std::span<double> shares) {
    constexpr int most_steps = 200;
    std::vector<double> squares;
    for (const double distance : distances) squares.push_back(distance * distance);
    // In units of the row's spread, so that nothing depends on how embeddings are scaled.
    const double spread = squares.back() - squares.front();
    const double unit = spread > 0 ? spread : 1;
    for (double& square : squares) square /= unit;
    // The entropy falls as the precision rises: by bisection, to the last bit that tells.
    const double wanted = std::log(perplexity);
    double low = 0;
    double high = std::numeric_limits<double>::infinity();
    double precision = 1;
    for (int step = 0; step < most_steps; ++step) {
        const double entropy = conditional(squares, precision, shares);
        if (std::abs(entropy - wanted) < 1e-14) return;
        (entropy > wanted ? low : high) = precision;
        const double next = std::isinf(high) ? precision * 2 : low + (high - low) / 2;
        // Where many are equally near, no precision makes it smaller.
        if (next == precision || next > 1e30) return;
        precision = next;
    }
}

Affinities affinities_of(const Table& rows, double perplexity, int threads, const Job& job) {
    const std::size_t others = rows.rows() - 1;
    if (others == 0) return {{0, 0}, {}, {}, 1};
    const double had = std::max(1.0, std::min(perplexity, static_cast<double>(others) / 3));
    const auto wanted = static_cast<std::size_t>(3 * had);
    const NearestPoints nearest = nearest_others(
        rows, {.count = std::clamp(wanted, std::size_t{1}, others), .threads = threads}, job);
    std::vector<double> shares(nearest.distances.size());
    on_threads(threads, [&] {
        tbb::parallel_for(std::size_t{0}, rows.rows(), [&](std::size_t i) {
            fill_shares(nearest.distances_of(i), had,
                        std::span(shares).subspan(i * nearest.count, nearest.count));
        });
    });
    Affinities made = symmetric(nearest, shares);
    made.perplexity = had;
    return made;
}

std::string perplexity_lowered(double wanted, double had, std::size_t samples) {
    std::ostringstream text;
    text << "the perplexity is " << had << " instead of " << wanted << ", since there are only "
         << samples << " samples";
    return text.str();
}

}  // namespace epochscope
