#include "analysis/prototypes/kmeans.h"

#include <epochscope/compute/random.h>
#include <epochscope/compute/threads.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

namespace epochscope {

namespace {

/// The rows of a block of products.
constexpr std::size_t rows_at_once = 2048;

class KmeansSeeding {
  public:
    KmeansSeeding(const FloatMatrix& rows, std::uint64_t seed)
        : rows_(rows),
          draw_(seed),
          nearest_(rows.count(), std::numeric_limits<float>::infinity()) {}

    std::size_t first() {
        const std::size_t row = draw_.below(rows_.count());
        left_ = take(row);
        return row;
    }

    /// The number of candidates.
    std::size_t next(std::size_t trials) {
        // If all distances are 0, any row will do.
        if (left_ <= 0) return draw_.below(rows_.count());
        std::vector<std::size_t> candidates(trials);
        for (std::size_t& candidate : candidates) candidate = drawn();
        const std::vector<double> left = left_with(candidates);
        const auto best = std::min_element(left.begin(), left.end()) - left.begin();
        const std::size_t row = candidates[static_cast<std::size_t>(best)];
        left_ = take(row);
        return row;
    }

  private:
    /// Draws a row by its squared distance to those chosen.
    std::size_t drawn() {
        double left = draw_.uniform() * left_;
        for (std::size_t row = 0; row + 1 < nearest_.size(); ++row) {
            left -= static_cast<double>(nearest_[row]);
            if (left < 0) return row;
        }
        return nearest_.size() - 1;
    }

    /// Calls see(candidate, first row, squared distances) block by block.
    template <typename See>
    void each_square(std::span<const std::size_t> candidates, const See& see) {
        std::vector<float> chosen;
        chosen.reserve(candidates.size() * rows_.dimension);
        for (const std::size_t candidate : candidates)
            chosen.insert(chosen.end(), rows_.row(candidate),
                          rows_.row(candidate) + rows_.dimension);
        std::vector<float> products(candidates.size() * rows_at_once);
        for (std::size_t row = 0; row < rows_.count(); row += rows_at_once) {
            const std::size_t count = std::min(rows_at_once, rows_.count() - row);
            multiply(chosen.data(), candidates.size(), rows_.row(row), count, rows_.dimension,
                     products.data());
            for (std::size_t c = 0; c < candidates.size(); ++c) {
                float* const squares = products.data() + c * count;
                const float own = rows_.squares[candidates[c]];
                for (std::size_t i = 0; i < count; ++i)
                    squares[i] = std::max(0.0F, own + rows_.squares[row + i] - 2 * squares[i]);
                see(c, row, std::span<const float>(squares, count));
            }
        }
    }

    /// For each candidate, the sum of squares that it would leave.
    std::vector<double> left_with(std::span<const std::size_t> candidates) {
        std::vector<double> left(candidates.size());
        each_square(candidates, [&](std::size_t c, std::size_t row, auto squares) {
            float sum = 0;
            for (std::size_t i = 0; i < squares.size(); ++i)
                sum += std::min(squares[i], nearest_[row + i]);
            left[c] += static_cast<double>(sum);
        });
        return left;
    }

    double take(std::size_t chosen) {
        each_square(std::span(&chosen, 1), [&](std::size_t, std::size_t row, auto squares) {
            for (std::size_t i = 0; i < squares.size(); ++i)
                nearest_[row + i] = std::min(nearest_[row + i], squares[i]);
        });
        nearest_[chosen] = 0;
        return std::accumulate(nearest_.begin(), nearest_.end(), 0.0);
    }

    const FloatMatrix& rows_;
    RandomGenerator draw_;
    /// The squared distance of each row to the nearest of those chosen.
    std::vector<float> nearest_;
    double left_ = 0;
};

}  // namespace

std::vector<std::size_t> kmeans_seeding(const FloatMatrix& rows, std::size_t count,
                                        std::uint64_t seed, const std::stop_token& stop) {
    const auto trials = 2 + static_cast<std::size_t>(std::log(static_cast<double>(count)));
    KmeansSeeding far(rows, seed);
    std::vector<std::size_t> chosen{far.first()};
    chosen.reserve(count);
    while (chosen.size() < count) {
        end_if_stopped(stop);
        chosen.push_back(far.next(trials));
    }
    return chosen;
}

}  // namespace epochscope
