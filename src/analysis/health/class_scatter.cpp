#include "analysis/health/class_scatter.h"

#include <epochscope/compute/symmetric_eigen.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace epochscope {

namespace {

/// Eigenvalues below this fraction of the largest are rounding.
constexpr double rank_limit = 1e-10;

class Scatter {
  public:
    Scatter(const Table& rows, std::span<const std::size_t> samples,
            std::span<const std::int32_t> labels, std::size_t classes)
        : rows_(rows), samples_(samples), labels_(labels), columns_(rows.columns) {
        find_centres(classes);
    }

    [[nodiscard]] ClassScatter measure() const {
        ClassScatter scatter;
        if (samples_.empty()) return scatter;
        const std::vector<double> squares = of_samples([](std::span<const double> away) {
            return std::inner_product(away.begin(), away.end(), away.begin(), 0.0);
        });
        scatter.within_variance = mean(squares);
        if (class_count() < 2) return scatter;
        scatter.centre_distance = centre_distance();
        scatter.nc1 = nc1();
        return scatter;
    }

  private:
    [[nodiscard]] std::size_t class_count() const { return counts_.size(); }
    [[nodiscard]] std::span<const double> centre(std::size_t index) const {
        return std::span(centres_).subspan(index * columns_, columns_);
    }

    /// The centres of the classes that have samples.
    void find_centres(std::size_t classes) {
        std::vector<std::size_t> counts(classes, 0);
        for (const std::size_t sample : samples_)
            ++counts[static_cast<std::size_t>(labels_[sample])];
        index_of_.assign(classes, 0);
        for (std::size_t c = 0; c < classes; ++c) {
            index_of_[c] = counts_.size();
            if (counts[c] > 0) counts_.push_back(counts[c]);
        }
        centres_.assign(counts_.size() * columns_, 0);
        for (const std::size_t sample : samples_) {
            double* const sums = centres_.data() + index_of(sample) * columns_;
            const std::span<const float> row = rows_.row(sample);
            for (std::size_t j = 0; j < columns_; ++j) sums[j] += static_cast<double>(row[j]);
        }
        for (std::size_t c = 0; c < counts_.size(); ++c)
            for (std::size_t j = 0; j < columns_; ++j)
                centres_[c * columns_ + j] /= static_cast<double>(counts_[c]);
    }

    [[nodiscard]] std::size_t index_of(std::size_t sample) const {
        return index_of_[static_cast<std::size_t>(labels_[sample])];
    }

    static double mean(const std::vector<double>& values) {
        return std::accumulate(values.begin(), values.end(), 0.0) /
               static_cast<double>(values.size());
    }

    /// What `measure` makes of each sample's difference from its centre.
    template <typename Measure>
    [[nodiscard]] std::vector<double> of_samples(const Measure& measure) const {
        std::vector<double> values(samples_.size());
        tbb::parallel_for(
            tbb::blocked_range<std::size_t>(0, samples_.size(), 64), [&](const auto& range) {
                std::vector<double> away(columns_);
                for (std::size_t i = range.begin(); i < range.end(); ++i) {
                    const std::span<const float> row = rows_.row(samples_[i]);
                    const std::span<const double> from = centre(index_of(samples_[i]));
                    for (std::size_t j = 0; j < columns_; ++j)
                        away[j] = static_cast<double>(row[j]) - from[j];
                    values[i] = measure(std::span<const double>(away));
                }
            });
        return values;
    }

    [[nodiscard]] double centre_distance() const {
        double sum = 0;
        for (std::size_t a = 0; a < class_count(); ++a)
            for (std::size_t b = 0; b < a; ++b) {
                double square = 0;
                for (std::size_t j = 0; j < columns_; ++j) {
                    const double step = centre(a)[j] - centre(b)[j];
                    square += step * step;
                }
                sum += std::sqrt(square);
            }
        return sum /
               (static_cast<double>(class_count()) * static_cast<double>(class_count() - 1) / 2);
    }

    /// Of M, the centres less their mean, the eigenvectors U and eigenvalues L of M M' / C give
    /// x' S_B^+ x = |L^-1 U' M x|^2 / C, without a matrix of all features.
    [[nodiscard]] std::optional<double> nc1() const {
        const std::vector<double> spread = centred();
        const std::size_t classes = class_count();
        const auto of = static_cast<double>(classes);
        std::vector<double> gram(classes * classes);
        for (std::size_t a = 0; a < classes; ++a)
            for (std::size_t b = 0; b <= a; ++b) {
                const auto* first = spread.data() + a * columns_;
                const double dot =
                    std::inner_product(first, first + columns_, spread.data() + b * columns_, 0.0);
                gram[a * classes + b] = gram[b * classes + a] = dot / of;
            }
        const SymmetricEigen eigen = symmetric_eigen(gram, classes);
        const double largest = eigen.values.back();
        if (largest <= 0) return std::nullopt;
        std::vector<double> axes;
        for (std::size_t k = 0; k < classes; ++k) {
            if (eigen.values[k] <= rank_limit * largest) continue;
            std::vector<double> axis(columns_, 0);
            for (std::size_t c = 0; c < classes; ++c) {
                const double weight = eigen.vectors[k * classes + c] / eigen.values[k];
                for (std::size_t j = 0; j < columns_; ++j)
                    axis[j] += weight * spread[c * columns_ + j];
            }
            axes.insert(axes.end(), axis.begin(), axis.end());
        }
        const std::vector<double> values = of_samples([&](std::span<const double> away) {
            double square = 0;
            for (std::size_t k = 0; k < axes.size(); k += columns_) {
                const double along =
                    std::inner_product(away.begin(), away.end(), axes.data() + k, 0.0);
                square += along * along;
            }
            return square;
        });
        return mean(values) / (of * of);
    }

    /// The centres less their mean.
    [[nodiscard]] std::vector<double> centred() const {
        std::vector<double> spread = centres_;
        for (std::size_t j = 0; j < columns_; ++j) {
            double sum = 0;
            for (std::size_t c = 0; c < class_count(); ++c) sum += spread[c * columns_ + j];
            for (std::size_t c = 0; c < class_count(); ++c)
                spread[c * columns_ + j] -= sum / static_cast<double>(class_count());
        }
        return spread;
    }

    const Table& rows_;
    std::span<const std::size_t> samples_;
    std::span<const std::int32_t> labels_;
    std::size_t columns_;
    /// Of the classes that have samples.
    std::vector<std::size_t> counts_;
    std::vector<double> centres_;
    std::vector<std::size_t> index_of_;
};

}  // namespace

ClassScatter class_scatter(const Table& rows, std::span<const std::size_t> samples,
                           std::span<const std::int32_t> labels, std::size_t classes) {
    return Scatter(rows, samples, labels, classes).measure();
}

}  // namespace epochscope
