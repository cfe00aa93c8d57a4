#pragma once

#include <epochscope/projection/tsne.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace epochscope::tests {

/// t-SNE as its papers write it down: every pair of samples, double precision, nothing clever.
class PlainTsne {
  public:
    using Matrix = std::vector<std::vector<double>>;

    PlainTsne(const Table& rows, double perplexity, std::size_t neighbours)
        : count_(rows.rows()), p_(count_, std::vector<double>(count_, 0)) {
        Matrix conditional(count_, std::vector<double>(count_, 0));
        for (std::size_t i = 0; i < count_; ++i)
            fill(rows, i, perplexity, neighbours, conditional[i]);
        for (std::size_t i = 0; i < count_; ++i)
            for (std::size_t j = 0; j < count_; ++j)
                p_[i][j] =
                    (conditional[i][j] + conditional[j][i]) / (2 * static_cast<double>(count_));
    }

    [[nodiscard]] const Matrix& p() const { return p_; }

    [[nodiscard]] double divergence(const Layout& at) const {
        double sum = 0;
        const double z = weights(at);
        for (std::size_t i = 0; i < count_; ++i)
            for (std::size_t j = 0; j < count_; ++j)
                if (p_[i][j] > 0) sum += p_[i][j] * std::log(p_[i][j] / (weight(at, i, j) / z));
        return sum;
    }

    [[nodiscard]] Layout gradient(const Layout& at, double exaggeration) const {
        Layout gradient{std::vector<double>(count_), std::vector<double>(count_)};
        const double z = weights(at);
        for (std::size_t i = 0; i < count_; ++i)
            for (std::size_t j = 0; j < count_; ++j) {
                if (i == j) continue;
                const double w = weight(at, i, j);
                const double factor = 4 * (exaggeration * p_[i][j] - w / z) * w;
                gradient.x[i] += factor * (at.x[i] - at.x[j]);
                gradient.y[i] += factor * (at.y[i] - at.y[j]);
            }
        return gradient;
    }

    /// Some iterations from a start at rest.
    [[nodiscard]] Layout run(Layout at, int iterations, double exaggeration,
                             double momentum) const {
        const double rate = std::max(50.0, static_cast<double>(count_) / 12);
        std::vector<std::array<double, 4>> state(count_, {0, 0, 1, 1});
        for (int n = 0; n < iterations; ++n) {
            const Layout g = gradient(at, exaggeration);
            for (std::size_t i = 0; i < count_; ++i) {
                auto& [vx, vy, gain_x, gain_y] = state[i];
                gain_x = std::max(0.01, vx * g.x[i] < 0 ? gain_x + 0.2 : gain_x * 0.8);
                gain_y = std::max(0.01, vy * g.y[i] < 0 ? gain_y + 0.2 : gain_y * 0.8);
                vx = momentum * vx - rate * gain_x * g.x[i];
                vy = momentum * vy - rate * gain_y * g.y[i];
                const double shorter = std::max(1.0, std::sqrt(vx * vx + vy * vy) / 5);
                at.x[i] += vx / shorter;
                at.y[i] += vy / shorter;
            }
        }
        return at;
    }

  private:
    static double weight(const Layout& at, std::size_t i, std::size_t j) {
        const double dx = at.x[i] - at.x[j];
        const double dy = at.y[i] - at.y[j];
        return 1 / (1 + dx * dx + dy * dy);
    }

    [[nodiscard]] double weights(const Layout& at) const {
        double sum = 0;
        for (std::size_t i = 0; i < count_; ++i)
            for (std::size_t j = 0; j < count_; ++j)
                if (i != j) sum += weight(at, i, j);
        return sum;
    }

    void fill(const Table& rows, std::size_t i, double perplexity, std::size_t neighbours,
              std::vector<double>& row) const {
        std::vector<std::pair<double, std::size_t>> squares;
        for (std::size_t j = 0; j < count_; ++j) {
            if (j == i) continue;
            double square = 0;
            for (std::size_t d = 0; d < rows.columns; ++d)
                square += std::pow(
                    static_cast<double>(rows.row(i)[d]) - static_cast<double>(rows.row(j)[d]), 2);
            squares.emplace_back(square, j);
        }
        std::sort(squares.begin(), squares.end());
        squares.resize(neighbours);
        double low = 0;
        double high = 1e6;
        for (int step = 0; step < 300; ++step) {
            const double beta = (low + high) / 2;
            double sum = 0;
            for (const auto& [square, j] : squares)
                sum += std::exp(-beta * (square - squares[0].first));
            double entropy = 0;
            for (const auto& [square, j] : squares) {
                row[j] = std::exp(-beta * (square - squares[0].first)) / sum;
                if (row[j] > 0) entropy -= row[j] * std::log(row[j]);
            }
            (entropy > std::log(perplexity) ? low : high) = beta;
        }
    }

    std::size_t count_;
    Matrix p_;
};

}  // namespace epochscope::tests
