#include <epochscope/analysis/curves.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>

namespace epochscope {

namespace {

/// Samples between two checks of the stop token.
constexpr std::size_t block = std::size_t{1} << 18U;

/// The label of samples without one; a number that is no label if there are none.
std::int32_t unlabelled_in(const EpochSeries& series) {
    return series.classes().unlabelled.value_or(no_label);
}

/// Calls part(first, last) for all samples, in blocks.
template <typename Part>
void in_blocks(std::size_t samples, const std::stop_token& stop, const Part& part) {
    for (std::size_t first = 0; first < samples; first += block) {
        if (stop.stop_requested()) throw Cancelled();
        part(first, std::min(first + block, samples));
    }
}

}  // namespace

std::optional<double> accuracy_at(const EpochSeries& series, std::size_t epoch,
                                  const std::stop_token& stop) {
    const std::span<const std::int32_t> labels = series.labels();
    const std::span<const std::int32_t> predictions = series.epoch(epoch).predictions;
    if (predictions.empty()) return std::nullopt;
    const std::int32_t without_label = unlabelled_in(series);
    std::size_t right = 0;
    std::size_t known = 0;
    in_blocks(labels.size(), stop, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            right += predictions[i] == labels[i] ? 1 : 0;
            known += predictions[i] >= 0 && labels[i] != without_label ? 1 : 0;
        }
    });
    if (known == 0) return std::nullopt;
    return static_cast<double>(right) / static_cast<double>(known);
}

double mean_step_at(const EpochSeries& series, std::size_t epoch, const std::stop_token& stop) {
    if (epoch == 0) return 0;
    const std::span<const Point> before = series.positions(epoch - 1);
    const std::span<const Point> after = series.positions(epoch);
    double sum = 0;
    std::size_t absent = 0;
    in_blocks(after.size(), stop, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            const double step =
                std::hypot(double{after[i].x} - before[i].x, double{after[i].y} - before[i].y);
            if (std::isfinite(step))
                sum += step;
            else
                ++absent;
        }
    });
    return absent == after.size() ? 0 : sum / static_cast<double>(after.size() - absent);
}

std::optional<std::size_t> flips_at(const EpochSeries& series, std::size_t epoch,
                                    const std::stop_token& stop) {
    const std::span<const std::int32_t> after = series.epoch(epoch).predictions;
    if (after.empty()) return std::nullopt;
    if (epoch == 0) return 0;
    const std::span<const std::int32_t> before = series.epoch(epoch - 1).predictions;
    if (before.empty()) return std::nullopt;
    std::size_t flips = 0;
    in_blocks(after.size(), stop, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            flips += before[i] != after[i] && before[i] >= 0 && after[i] >= 0 ? 1 : 0;
    });
    return flips;
}

std::vector<std::optional<double>> accuracy_per_epoch(const EpochSeries& series) {
    std::vector<std::optional<double>> curve;
    curve.reserve(series.epoch_count());
    for (std::size_t e = 0; e < series.epoch_count(); ++e) curve.push_back(accuracy_at(series, e));
    return curve;
}

std::vector<double> mean_step_per_epoch(const EpochSeries& series) {
    std::vector<double> curve;
    curve.reserve(series.epoch_count());
    for (std::size_t e = 0; e < series.epoch_count(); ++e) curve.push_back(mean_step_at(series, e));
    return curve;
}

std::vector<std::optional<double>> accuracy_per_class(const EpochSeries& series,
                                                      std::size_t epoch) {
    const std::span<const std::int32_t> labels = series.labels();
    const std::span<const std::int32_t> predictions = series.epoch(epoch).predictions;
    std::vector<std::optional<double>> fractions(series.class_count());
    if (predictions.empty()) return fractions;
    std::vector<std::size_t> right(series.class_count(), 0);
    std::vector<std::size_t> known(series.class_count(), 0);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto label = static_cast<std::size_t>(labels[i]);
        if (predictions[i] == labels[i]) ++right[label];
        if (predictions[i] >= 0) ++known[label];
    }
    for (std::size_t c = 0; c < series.classes().predictable_count(); ++c)
        if (known[c] > 0)
            fractions[c] = static_cast<double>(right[c]) / static_cast<double>(known[c]);
    return fractions;
}

std::vector<std::size_t> samples_per_class(const EpochSeries& series) {
    std::vector<std::size_t> counts(series.class_count(), 0);
    for (const std::int32_t label : series.labels()) ++counts[static_cast<std::size_t>(label)];
    return counts;
}

}  // namespace epochscope
