#include "projection/path_stress.h"

#include "projection/rising_curve.h"

#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace epochscope {

namespace {

constexpr std::size_t block_size = 64;
constexpr std::size_t most_epochs_in_full = 64;
/// Samples that hardly move are held no more strongly than this share of the mean would be.
constexpr double least_share = 1e-4;
/// Where paths go on: the scale, as a share of the ratio of extents; how weights fall with
/// distances, and what is added to these, as a share of their mean; how distances become lengths.
constexpr double scale_share = 0.9;
constexpr double weight_power = 1;
constexpr double length_power = 1.5;
constexpr double least_step = 0.005;
/// The step to the new epoch counts so many times: it alone is compared among samples.
constexpr float step_share = 2;
/// Added to squares, so that places which are one have a direction.
constexpr float least_square = 1e-12F;

std::size_t blocks_of(std::size_t samples) { return (samples + block_size - 1) / block_size; }

float distance(std::span<const float> a, std::span<const float> b) {
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d) {
        const double off = static_cast<double>(a[d]) - static_cast<double>(b[d]);
        sum += off * off;
    }
    return static_cast<float>(std::sqrt(sum));
}

double sum_of(const std::vector<double>& parts) {
    return std::accumulate(parts.begin(), parts.end(), 0.0);
}

/// The root of the mean square distance from the middle.
double extent_of(const Layout& places) {
    const auto count = static_cast<double>(places.size());
    const double x = sum_of(places.x) / count;
    const double y = sum_of(places.y) / count;
    double sum = 0;
    for (std::size_t i = 0; i < places.size(); ++i)
        sum += (places.x[i] - x) * (places.x[i] - x) + (places.y[i] - y) * (places.y[i] - y);
    return std::sqrt(sum / count);
}

double extent_of(const Table& rows) {
    const auto count = static_cast<double>(rows.rows());
    std::vector<double> middle(rows.columns);
    for (std::size_t i = 0; i < rows.rows(); ++i)
        for (std::size_t d = 0; d < rows.columns; ++d)
            middle[d] += static_cast<double>(rows.row(i)[d]) / count;
    double sum = 0;
    for (std::size_t i = 0; i < rows.rows(); ++i)
        for (std::size_t d = 0; d < rows.columns; ++d) {
            const double off = static_cast<double>(rows.row(i)[d]) - middle[d];
            sum += off * off;
        }
    return std::sqrt(sum / count);
}

/// 1 where nothing extends.
double greatest_extent(std::span<const Table> epochs) {
    double extent = 0;
    for (const Table& rows : epochs) extent = std::max(extent, extent_of(rows));
    return extent > 0 ? extent : 1;
}

/// A distance in feature space as one in the plane.
float bent(float moved, double extent) {
    return static_cast<float>(extent * std::pow(static_cast<double>(moved) / extent, length_power));
}

/// The path of a sample through the epochs that have places: how far it is from each to each, in
/// feature space (d) and in the plane (over the scale).
class PathBefore {
  public:
    PathBefore(std::span<const Table> epochs, std::span<const Layout> before, std::size_t sample,
               double extent, double scale)
        : epochs_(before.size()), apart_(epochs_ * epochs_) {
        for (std::size_t s = 0; s < epochs_; ++s)
            for (std::size_t u = s + 1; u < epochs_; ++u) {
                const float moved =
                    bent(distance(epochs[s].row(sample), epochs[u].row(sample)), extent);
                const double seen = std::hypot(before[s].x[sample] - before[u].x[sample],
                                               before[s].y[sample] - before[u].y[sample]);
                apart_[s * epochs_ + u] = {static_cast<double>(moved), seen / scale};
                apart_[u * epochs_ + s] = apart_[s * epochs_ + u];
            }
    }

    /// From an epoch, not the last, to the place to come, whose d is known.
    [[nodiscard]] float length_from(std::size_t epoch, float moved) const {
        std::vector<RisingCurve::Knot> others;
        for (std::size_t u = 0; u < epochs_; ++u)
            if (u != epoch) others.push_back(apart_[epoch * epochs_ + u]);
        const RisingCurve::Knot now = others.back();
        const RisingCurve curve(std::move(others));
        const double length = now.y + curve.at(static_cast<double>(moved)) - curve.at(now.x);
        return static_cast<float>(std::max(0.0, length));
    }

  private:
    std::size_t epochs_;
    std::vector<RisingCurve::Knot> apart_;
};

}  // namespace

std::vector<std::size_t> lags_of(std::size_t epochs, std::size_t most_in_full) {
    std::vector<std::size_t> lags;
    for (std::size_t lag = 1; lag < epochs;
         lag = epochs <= most_in_full ? lag + 1 : std::max(lag + 1, lag + lag / 4))
        lags.push_back(lag);
    return lags;
}

/// A few samples at all epochs, a row of them for each.
struct PathStress::Block {
    Block(std::span<const Layout> places, std::size_t index)
        : first(index * block_size),
          count(std::min(places.front().size() - first, block_size)),
          x(places.size()),
          y(places.size()) {
        for (std::size_t e = 0; e < places.size(); ++e)
            for (std::size_t k = 0; k < count; ++k) {
                x[e][k] = static_cast<float>(places[e].x[first + k]);
                y[e][k] = static_cast<float>(places[e].y[first + k]);
            }
    }

    using Row = std::array<float, block_size>;
    std::size_t first;
    std::size_t count;
    std::vector<Row> x;
    std::vector<Row> y;
};

PathStress::PathStress(std::span<const Table> epochs, int threads, const Job& job)
    : samples_(epochs.front().rows()), epochs_(epochs.size()), threads_(threads) {
    const std::vector<std::size_t> lags = lags_of(epochs_, most_epochs_in_full);
    for (const std::size_t lag : lags)
        for (std::size_t s = 0; s + lag < epochs_; ++s) pairs_.push_back({s, s + lag});
    // The greatest eigenvalue of a graph's Laplacian: no more than its vertices, nor than twice the
    // edges that one of them has.
    stiffness_.assign(samples_, static_cast<double>(std::min(epochs_, 4 * lags.size())));
    make_room();
    on_threads(threads_, [&] { measure(epochs, job); });
    weigh();
}

PathStress::PathStress(std::span<const Table> epochs, std::span<const Layout> before, int threads,
                       const Job& job)
    : samples_(epochs.front().rows()),
      epochs_(epochs.size()),
      threads_(threads),
      has_fixed_scale_(true) {
    for (std::size_t s = 0; s < before.size(); ++s) pairs_.push_back({s, before.size()});
    make_room();
    on_threads(threads_, [&] {
        measure(epochs, job);
        const double extent = greatest_extent(epochs);
        for (float& moved : distances_) moved = bent(moved, extent);
        weigh_pairs();
        weigh();
        go_on_from(epochs, before, extent);
    });
}

void PathStress::make_room() {
    distances_.resize(pairs_.size() * samples_);
    curvature_.resize(samples_);
}

void PathStress::measure(std::span<const Table> epochs, const Job& job) {
    tbb::parallel_for(std::size_t{0}, pairs_.size(), [&](std::size_t p) {
        end_if_stopped(job.stop);
        const Table& from = epochs[pairs_[p].earlier];
        const Table& to = epochs[pairs_[p].later];
        for (std::size_t i = 0; i < samples_; ++i)
            distances_[p * samples_ + i] = distance(from.row(i), to.row(i));
    });
    job.reached(1);
}

void PathStress::weigh() {
    std::vector<double> squares(samples_, 0);
    for (std::size_t p = 0; p < pairs_.size(); ++p)
        for (std::size_t i = 0; i < samples_; ++i) {
            const auto moved = static_cast<double>(distances_[p * samples_ + i]);
            squares[i] += static_cast<double>(weight_of(p, i)) * moved * moved;
        }
    const double mean = sum_of(squares) / static_cast<double>(samples_);
    for (const double square : squares)
        weights_.push_back(1 / (mean > 0 ? std::max(square, least_share * mean) : 1));
}

void PathStress::weigh_pairs() {
    const auto squared = [](double sum, float moved) {
        return sum + static_cast<double>(moved) * static_cast<double>(moved);
    };
    const double mean = std::accumulate(distances_.begin(), distances_.end(), 0.0, squared) /
                        static_cast<double>(distances_.size());
    pair_weights_.resize(distances_.size());
    stiffness_.assign(samples_, 0);
    for (std::size_t k = 0; k < distances_.size(); ++k) {
        const double moved = static_cast<double>(distances_[k]) / std::sqrt(mean);
        pair_weights_[k] =
            mean > 0 ? static_cast<float>(std::pow(moved + least_step, -weight_power)) : 1;
        if (k / samples_ + 1 == pairs_.size()) pair_weights_[k] *= step_share;
        stiffness_[k % samples_] += static_cast<double>(pair_weights_[k]);
    }
}

void PathStress::go_on_from(std::span<const Table> epochs, std::span<const Layout> before,
                            double extent) {
    const double seen = extent_of(before.front());
    if (seen > 0) scale_ = scale_share * seen / extent;
    tbb::parallel_for(std::size_t{0}, samples_, [&](std::size_t i) {
        const PathBefore path(epochs, before, i, extent, scale_);
        // The step from the last one is compared among samples.
        for (std::size_t s = 0; s + 1 < before.size(); ++s) {
            float& rest = distances_[s * samples_ + i];
            rest = path.length_from(s, rest);
        }
    });
}

void PathStress::find_scale(std::span<const Layout> places) {
    std::vector<double> squares(blocks_of(samples_));
    std::vector<double> products(squares.size());
    tbb::parallel_for(std::size_t{0}, squares.size(), [&](std::size_t b) {
        const Block block(places, b);
        Block::Row square{};
        Block::Row product{};
        for (std::size_t p = 0; p < pairs_.size(); ++p) {
            const auto [s, t] = pairs_[p];
            const float* moved = &distances_[p * samples_ + block.first];
            for (std::size_t k = 0; k < block.count; ++k) {
                const float dx = block.x[s][k] - block.x[t][k];
                const float dy = block.y[s][k] - block.y[t][k];
                const float seen = dx * dx + dy * dy;
                square[k] += seen;
                product[k] += std::sqrt(seen) * moved[k];
            }
        }
        for (std::size_t k = 0; k < block.count; ++k) {
            squares[b] += weights_[block.first + k] * static_cast<double>(square[k]);
            products[b] += weights_[block.first + k] * static_cast<double>(product[k]);
        }
    });
    const double seen = sum_of(squares);
    const double agreed = sum_of(products);
    if (seen > 0 && agreed > 0) scale_ = seen / agreed;
}

double PathStress::add_block(const Block& block, double weight, std::span<Layout> gradients) {
    std::vector<Block::Row> along_x(epochs_);
    std::vector<Block::Row> along_y(epochs_);
    Block::Row stress{};
    const auto scale = static_cast<float>(scale_);
    for (std::size_t p = 0; p < pairs_.size(); ++p) {
        const auto [s, t] = pairs_[p];
        const float* moved = &distances_[p * samples_ + block.first];
        for (std::size_t k = 0; k < block.count; ++k) {
            const float dx = block.x[s][k] - block.x[t][k];
            const float dy = block.y[s][k] - block.y[t][k];
            const float seen = std::sqrt(dx * dx + dy * dy + least_square);
            const float over = seen - scale * moved[k];
            const float pull = weight_of(p, block.first + k) * over;
            const float force = pull / seen;
            stress[k] += pull * over;
            along_x[s][k] += force * dx;
            along_x[t][k] -= force * dx;
            along_y[s][k] += force * dy;
            along_y[t][k] -= force * dy;
        }
    }
    double sum = 0;
    for (std::size_t k = 0; k < block.count; ++k) {
        const std::size_t i = block.first + k;
        const double unit = weights_[i] / (scale_ * scale_) / static_cast<double>(samples_);
        sum += unit * static_cast<double>(stress[k]);
        curvature_[i] = 2 * weight * unit * stiffness_[i];
        for (std::size_t e = 0; e < epochs_; ++e) {
            gradients[e].x[i] += 2 * weight * unit * static_cast<double>(along_x[e][k]);
            gradients[e].y[i] += 2 * weight * unit * static_cast<double>(along_y[e][k]);
        }
    }
    return sum;
}

double PathStress::add_gradient(std::span<const Layout> places, double weight,
                                std::span<Layout> gradients) {
    if (pairs_.empty()) return 0;
    std::vector<double> stresses(blocks_of(samples_));
    on_threads(threads_, [&] {
        if (!has_fixed_scale_) find_scale(places);
        tbb::parallel_for(std::size_t{0}, stresses.size(), [&](std::size_t b) {
            stresses[b] = add_block(Block(places, b), weight, gradients);
        });
    });
    return sum_of(stresses);
}

}  // namespace epochscope
