#include <epochscope/analysis/align_curves.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string_view>
#include <utility>

namespace epochscope {

namespace {

/// Epoch numbers at steps, both increasing; linear between and beyond them.
class StepScale {
  public:
    void add(double step, double epoch) {
        steps_.push_back(step);
        epochs_.push_back(epoch);
    }
    [[nodiscard]] bool empty() const { return steps_.empty(); }

    [[nodiscard]] double epoch_at(double step) const {
        if (steps_.size() == 1) return epochs_.front();
        const auto after = std::upper_bound(steps_.begin(), steps_.end(), step);
        const std::size_t high = std::clamp<std::size_t>(
            static_cast<std::size_t>(after - steps_.begin()), 1, steps_.size() - 1);
        const double width = steps_[high] - steps_[high - 1];
        const double fraction = (step - steps_[high - 1]) / width;
        return epochs_[high - 1] + fraction * (epochs_[high] - epochs_[high - 1]);
    }

  private:
    std::vector<double> steps_;
    std::vector<double> epochs_;
};

/// Whether a curve is named epoch, in any group of curves.
bool is_epoch_curve(std::string_view name) {
    const std::string_view last = name.substr(name.rfind('/') + 1);
    return last == "epoch" || last == "Epoch";
}

/// From the run's curve of epochs, if there is one: the first step of each epoch.
StepScale scale_told(const CurveRun& run) {
    StepScale scale;
    for (const ScalarSeries& series : run.series) {
        if (!is_epoch_curve(series.name)) continue;
        double last_epoch = -std::numeric_limits<double>::infinity();
        double last_step = last_epoch;
        for (std::size_t i = 0; i < series.size(); ++i) {
            if (!(series.values[i] > last_epoch) || std::isinf(series.values[i]) ||
                !(series.steps[i] > last_step))
                continue;
            last_epoch = series.values[i];
            last_step = series.steps[i];
            scale.add(last_step, last_epoch);
        }
        if (!scale.empty()) break;
    }
    return scale;
}

StepScale scale_of(std::span<const double> steps, std::span<const std::int64_t> epochs) {
    StepScale scale;
    for (std::size_t i = 0; i < steps.size(); ++i)
        scale.add(steps[i], static_cast<double>(epochs[i]));
    return scale;
}

StepScale even_scale(const CurveRun& run, std::span<const std::int64_t> epochs) {
    double min = std::numeric_limits<double>::infinity();
    double max = -min;
    for (const ScalarSeries& series : run.series) {
        if (series.size() == 0) continue;
        min = std::min(min, series.steps.front());
        max = std::max(max, series.steps.back());
    }
    StepScale scale;
    const bool is_row_an_epoch = run.steps_are == StepUnit::rows && min == 0 &&
                                 max + 1 == static_cast<double>(epochs.size());
    if (is_row_an_epoch) {
        for (std::size_t i = 0; i < epochs.size(); ++i)
            scale.add(static_cast<double>(i), static_cast<double>(epochs[i]));
        return scale;
    }
    scale.add(min, static_cast<double>(epochs.front()));
    if (max > min) scale.add(max, static_cast<double>(epochs.back()));
    return scale;
}

/// Whether epochs are the whole numbers from 0 to one less than the last on the timeline, which
/// begins at 1.
bool counts_from_zero(const AlignedCurves& curves, std::span<const std::int64_t> epochs) {
    double min = std::numeric_limits<double>::infinity();
    double max = -min;
    for (const std::vector<double>& series : curves.epochs)
        for (const double epoch : series) {
            if (std::isnan(epoch)) continue;
            if (epoch != std::floor(epoch)) return false;
            min = std::min(min, epoch);
            max = std::max(max, epoch);
        }
    return epochs.front() == 1 && min == 0 && max + 1 == static_cast<double>(epochs.back());
}

AlignedCurves moved_to_one(AlignedCurves curves, std::span<const std::int64_t> epochs) {
    curves.is_moved = counts_from_zero(curves, epochs);
    if (curves.is_moved)
        for (std::vector<double>& series : curves.epochs)
            for (double& epoch : series) ++epoch;
    return curves;
}

AlignedCurves placed(const CurveRun& run, AlignmentRule rule, const StepScale& scale) {
    AlignedCurves places{rule, {}, false};
    places.epochs.reserve(run.series.size());
    for (const ScalarSeries& series : run.series) {
        std::vector<double>& epochs = places.epochs.emplace_back();
        epochs.reserve(series.size());
        for (const double step : series.steps) epochs.push_back(scale.epoch_at(step));
    }
    return places;
}

}  // namespace

AlignedCurves align_to_epochs(const CurveRun& run, std::span<const std::int64_t> epochs,
                              std::span<const double> steps_of_epochs) {
    if (!steps_of_epochs.empty() && run.steps_are == StepUnit::steps)
        return placed(run, AlignmentRule::steps_of_epochs, scale_of(steps_of_epochs, epochs));
    const bool is_told = std::any_of(run.series.begin(), run.series.end(),
                                     [](const auto& series) { return !series.epochs.empty(); });
    if (is_told) {
        AlignedCurves places{AlignmentRule::recorded_by_run, {}, false};
        places.epochs.reserve(run.series.size());
        for (const ScalarSeries& series : run.series) places.epochs.push_back(series.epochs);
        return moved_to_one(std::move(places), epochs);
    }
    const StepScale told = scale_told(run);
    if (!told.empty()) return placed(run, AlignmentRule::recorded_by_run, told);
    return placed(run, AlignmentRule::evenly, even_scale(run, epochs));
}

}  // namespace epochscope
