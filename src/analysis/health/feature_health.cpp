#include "analysis/health/feature_health.h"

#include "analysis/health/class_scatter.h"

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/compute/random.h>
#include <epochscope/compute/symmetric_eigen.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace epochscope {

namespace {

/// The multiplications of a pass over samples, features and classes; of more, fewer samples count.
constexpr double max_work = 4e9;

/// At most `most` of all samples, drawn by a fixed seed: the same at every epoch. Not every k-th,
/// since labels often repeat with a period.
std::vector<std::size_t> some_of(std::size_t count, std::size_t most) {
    return RandomGenerator(0).sample(count, most);
}

/// The rows of samples, one after another, as numbers of type T.
template <typename T>
std::vector<T> rows_of(const Table& table, std::span<const std::size_t> samples) {
    std::vector<T> rows;
    rows.reserve(samples.size() * table.columns);
    for (const std::size_t sample : samples)
        for (const float value : table.row(sample)) rows.push_back(static_cast<T>(value));
    return rows;
}

double dead_fraction(const Table& table, std::span<const std::size_t> samples) {
    const std::span<const float> first = table.row(samples.front());
    std::vector<bool> is_dead(table.columns, true);
    for (const std::size_t sample : samples) {
        const std::span<const float> row = table.row(sample);
        for (std::size_t j = 0; j < table.columns; ++j)
            if (row[j] != first[j]) is_dead[j] = false;
    }
    return static_cast<double>(std::ranges::count(is_dead, true)) /
           static_cast<double>(table.columns);
}

/// See RankMe; its constant keeps the logarithm finite.
std::optional<double> effective_rank(std::span<const double> rows, std::size_t columns) {
    constexpr double least = 1e-7;
    const std::vector<double> values = singular_values(rows, columns);
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    if (!(sum > 0) || !std::isfinite(sum)) return std::nullopt;
    double entropy = 0;
    for (const double value : values) {
        const double share = value / sum + least;
        entropy -= share * std::log(share);
    }
    return std::exp(entropy);
}

/// Rows of length 1; those of length 0 are left out, with their labels.
struct UnitRows {
    std::vector<double> values;
    std::vector<std::int32_t> labels;
};

UnitRows unit_rows(std::span<const double> rows, std::span<const std::int32_t> labels,
                   std::size_t columns) {
    UnitRows unit;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::span<const double> row = rows.subspan(i * columns, columns);
        const double length =
            std::sqrt(std::inner_product(row.begin(), row.end(), row.begin(), 0.0));
        if (!(length > 0)) continue;
        for (const double value : row) unit.values.push_back(value / length);
        unit.labels.push_back(labels[i]);
    }
    return unit;
}

std::optional<double> uniformity(const UnitRows& unit, std::size_t columns) {
    const std::size_t count = unit.labels.size();
    if (count < 2) return std::nullopt;
    std::vector<double> sums(count, 0);
    tbb::parallel_for(std::size_t{1}, count, [&](std::size_t i) {
        const double* const a = unit.values.data() + i * columns;
        for (std::size_t j = 0; j < i; ++j) {
            const double dot =
                std::inner_product(a, a + columns, unit.values.data() + j * columns, 0.0);
            sums[i] += std::exp(-2 * std::max(0.0, 2 - 2 * dot));
        }
    });
    const double pairs = static_cast<double>(count) * static_cast<double>(count - 1) / 2;
    return std::log(std::accumulate(sums.begin(), sums.end(), 0.0) / pairs);
}

/// The mean over pairs of a class of n unit vectors is 2 n / (n - 1) (1 - |their mean|^2).
std::optional<double> alignment(const UnitRows& unit, std::size_t columns, std::size_t classes) {
    std::vector<double> sums(classes * columns, 0);
    std::vector<std::size_t> counts(classes, 0);
    for (std::size_t i = 0; i < unit.labels.size(); ++i) {
        const auto label = static_cast<std::size_t>(unit.labels[i]);
        if (label >= classes) continue;
        ++counts[label];
        for (std::size_t j = 0; j < columns; ++j)
            sums[label * columns + j] += unit.values[i * columns + j];
    }
    double total = 0;
    double pairs = 0;
    for (std::size_t c = 0; c < classes; ++c) {
        const auto n = static_cast<double>(counts[c]);
        if (counts[c] < 2) continue;
        const double* const sum = sums.data() + c * columns;
        const double square = std::inner_product(sum, sum + columns, sum, 0.0);
        // Twice the sum over pairs is 2 (n^2 - |sum|^2).
        total += n * n - square;
        pairs += n * (n - 1) / 2;
    }
    if (pairs == 0) return std::nullopt;
    return std::max(0.0, total / pairs);
}

void remove_others(std::vector<std::size_t>& samples, const std::vector<bool>& wanted) {
    std::erase_if(samples, [&](std::size_t sample) { return !wanted[sample]; });
}

}  // namespace

void measure_features(const Recording& recording, std::size_t epoch,
                      const std::vector<bool>& is_finite, EpochHealth& health, const Job& job) {
    const Table& table = recording.epoch(epoch).embeddings;
    const std::span<const std::int32_t> labels = recording.labels();
    const auto set = [&](HealthSignal signal, const std::optional<double>& value) {
        if (value && std::isfinite(*value)) health.values[static_cast<std::size_t>(signal)] = value;
    };
    const double row_work =
        static_cast<double>(table.columns) * static_cast<double>(recording.class_count());
    const auto most = static_cast<std::size_t>(std::max(1000.0, max_work / row_work));
    std::vector<std::size_t> samples = some_of(labels.size(), std::min(health_samples, most));
    remove_others(samples, is_finite);
    if (samples.empty()) return;
    set(HealthSignal::dead_features, dead_fraction(table, samples));
    std::erase_if(samples, [&](std::size_t sample) {
        return !recording.classes().is_labelled(labels[sample]);
    });
    const ClassScatter scatter = class_scatter(table, samples, labels, recording.class_count());
    set(HealthSignal::nc1, scatter.nc1);
    set(HealthSignal::centre_distance, scatter.centre_distance);
    set(HealthSignal::within_variance, scatter.within_variance);
    job.reached(0.4);

    std::vector<std::size_t> pairs = some_of(labels.size(), health_pair_samples);
    remove_others(pairs, is_finite);
    if (pairs.empty()) return;
    const std::vector<double> rows = rows_of<double>(table, pairs);
    set(HealthSignal::effective_rank, effective_rank(rows, table.columns));
    job.reached(0.6);
    std::vector<std::int32_t> pair_labels;
    for (const std::size_t sample : pairs) pair_labels.push_back(labels[sample]);
    const UnitRows unit = unit_rows(rows, pair_labels, table.columns);
    set(HealthSignal::alignment, alignment(unit, table.columns, recording.class_count()));
    set(HealthSignal::uniformity, uniformity(unit, table.columns));
    job.reached(1);
}

std::vector<std::int32_t> drift_lists(const Recording& recording, std::size_t epoch,
                                      const std::vector<bool>& is_finite, int threads,
                                      const Job& job) {
    const Table& table = recording.epoch(epoch).embeddings;
    const std::vector<std::size_t> all = some_of(recording.sample_count(), health_pair_samples);
    std::vector<std::size_t> samples = all;
    remove_others(samples, is_finite);
    std::vector<std::int32_t> lists(all.size() * drift_neighbours, -1);
    if (samples.size() <= drift_neighbours) return lists;
    const std::vector<float> rows = rows_of<float>(table, samples);
    const NearestPoints nearest =
        nearest_others({.values = rows, .columns = table.columns},
                       {.count = drift_neighbours, .threads = threads}, job);
    std::size_t row = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!is_finite[all[i]]) continue;
        const std::span<const std::int32_t> points = nearest.of(row++);
        std::ranges::transform(
            points, lists.begin() + static_cast<std::ptrdiff_t>(i * drift_neighbours),
            [&](std::int32_t point) {
                return static_cast<std::int32_t>(samples[static_cast<std::size_t>(point)]);
            });
    }
    return lists;
}

std::optional<double> drift_between(const std::vector<std::int32_t>& before,
                                    const std::vector<std::int32_t>& now) {
    if (before.size() != now.size()) return std::nullopt;
    std::size_t changed = 0;
    std::size_t compared = 0;
    for (std::size_t i = 0; i < now.size(); i += drift_neighbours) {
        if (before[i] < 0 || now[i] < 0) continue;
        const std::span<const std::int32_t> old = std::span(before).subspan(i, drift_neighbours);
        for (const std::int32_t neighbour : std::span(now).subspan(i, drift_neighbours))
            changed += std::ranges::find(old, neighbour) == old.end() ? 1 : 0;
        compared += drift_neighbours;
    }
    if (compared == 0) return std::nullopt;
    return static_cast<double>(changed) / static_cast<double>(compared);
}

}  // namespace epochscope
