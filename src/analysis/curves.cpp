#include <epochscope/analysis/curves.h>

#include <cmath>

namespace epochscope {

std::vector<std::optional<double>> accuracy_per_epoch(const EpochSeries& series) {
    const std::span<const std::int32_t> labels = series.labels();
    std::vector<std::optional<double>> curve;
    curve.reserve(series.epoch_count());
    for (const Epoch& epoch : series.epochs()) {
        std::optional<double>& accuracy = curve.emplace_back();
        if (epoch.predictions.empty()) continue;
        std::size_t right = 0;
        for (std::size_t i = 0; i < labels.size(); ++i)
            right += epoch.predictions[i] == labels[i] ? 1 : 0;
        accuracy = static_cast<double>(right) / static_cast<double>(labels.size());
    }
    return curve;
}

std::vector<double> mean_step_per_epoch(const EpochSeries& series) {
    std::vector<double> curve(series.epoch_count(), 0.0);
    for (std::size_t e = 1; e < curve.size(); ++e) {
        const std::span<const Point> before = series.positions(e - 1);
        const std::span<const Point> after = series.positions(e);
        double sum = 0;
        for (std::size_t i = 0; i < after.size(); ++i)
            sum += std::hypot(double{after[i].x} - before[i].x, double{after[i].y} - before[i].y);
        curve[e] = sum / static_cast<double>(after.size());
    }
    return curve;
}

std::vector<std::optional<double>> accuracy_per_class(const EpochSeries& series,
                                                      std::size_t epoch) {
    const std::span<const std::int32_t> labels = series.labels();
    const std::span<const std::int32_t> predictions = series.epoch(epoch).predictions;
    std::vector<std::optional<double>> shares(series.class_count());
    if (predictions.empty()) return shares;
    std::vector<std::size_t> right(series.class_count(), 0);
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (predictions[i] == labels[i]) ++right[static_cast<std::size_t>(labels[i])];
    const std::vector<std::size_t> counts = samples_per_class(series);
    for (std::size_t c = 0; c < shares.size(); ++c)
        if (counts[c] > 0)
            shares[c] = static_cast<double>(right[c]) / static_cast<double>(counts[c]);
    return shares;
}

std::vector<std::size_t> samples_per_class(const EpochSeries& series) {
    std::vector<std::size_t> counts(series.class_count(), 0);
    for (const std::int32_t label : series.labels()) ++counts[static_cast<std::size_t>(label)];
    return counts;
}

}  // namespace epochscope
