#include "analysis/dynamics/block_signals.h"

#include <epochscope/analysis/data_map.h>
#include <epochscope/compute/threads.h>
#include <epochscope/model/error.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope {

namespace {

bool is_placed(Point place) { return std::isfinite(place.x) && std::isfinite(place.y); }

/// The positions of all samples after each evaluation, with NaN.
class Places {
  public:
    Places(const TrainingDynamics& dynamics, const MapOptions& options)
        : dynamics_(dynamics), options_(options) {
        places_.assign(dynamics.evaluation_count(), std::vector<Point>(dynamics.sample_count()));
    }

    void work_out(const Job& job, int threads) {
        weights_ = weights_of(dynamics_.evaluations, threads);
        const std::size_t samples = dynamics_.sample_count();
        const std::size_t blocks =
            (samples + BlockSignals::max_samples - 1) / BlockSignals::max_samples;
        on_threads(threads, [&] {
            tbb::parallel_for(std::size_t{0}, blocks, [&](std::size_t b) {
                end_if_stopped(job.stop);
                const std::size_t first = b * BlockSignals::max_samples;
                work_out_block(first, std::min(BlockSignals::max_samples, samples - first));
            });
        });
    }

    /// The samples that have a position.
    [[nodiscard]] std::vector<std::uint32_t> placed(std::span<const std::uint32_t> among) const {
        std::vector<std::uint32_t> samples;
        for (const std::uint32_t i : among)
            if (is_placed(places_.back()[i])) samples.push_back(i);
        return samples;
    }

    /// The positions of some samples at one evaluation.
    [[nodiscard]] std::vector<Point> of(std::size_t evaluation,
                                        std::span<const std::uint32_t> samples) const {
        std::vector<Point> places;
        places.reserve(samples.size());
        for (const std::uint32_t i : samples) {
            std::size_t e = evaluation;
            while (!is_placed(places_[e][i])) ++e;
            places.push_back(places_[e][i]);
        }
        return places;
    }

    /// This evaluation and earlier ones are not needed again.
    void forget(std::size_t evaluation) { std::vector<Point>().swap(places_[evaluation]); }

  private:
    void work_out_block(std::size_t first, std::size_t count) {
        BlockSignals block(dynamics_, first, count);
        std::vector<double> x(count);
        std::vector<double> y(count);
        for (std::size_t e = 0; e < dynamics_.evaluation_count(); ++e) {
            block.add(dynamics_.evaluations[e], weights_[e]);
            block.write(options_.horizontal, x);
            block.write(options_.vertical, y);
            for (std::size_t i = 0; i < count; ++i)
                places_[e][first + i] = {static_cast<float>(x[i]), static_cast<float>(y[i])};
        }
    }

    const TrainingDynamics& dynamics_;
    MapOptions options_;
    std::vector<double> weights_;
    std::vector<std::vector<Point>> places_;
};

/// The values of these samples at an evaluation, without positions.
EpochColumns columns_of(const Evaluation& evaluation, std::span<const std::uint32_t> samples) {
    EpochColumns columns;
    columns.number = evaluation.number;
    for (const std::uint32_t i : samples) {
        columns.predictions.push_back(evaluation.predictions[i]);
        columns.confidence.push_back(evaluation.confidence[i]);
    }
    const auto unknown = [](float confidence) { return std::isnan(confidence); };
    if (std::any_of(columns.confidence.begin(), columns.confidence.end(), unknown))
        columns.confidence.clear();
    if (std::count(columns.predictions.begin(), columns.predictions.end(), -1) > 0)
        columns.predictions.clear();
    return columns;
}

/// Slightly larger than the bounding box, so that samples are clear of axis labels, and never
/// empty.
void widen(float& min, float& max) {
    constexpr float fraction = 0.08F;
    const float extent = max - min;
    const float margin =
        extent > 0 ? extent * fraction : std::max(std::abs(max) * fraction, fraction);
    min -= margin;
    max += margin;
}

Box frame_of(const std::vector<EpochColumns>& epochs) {
    Box box{epochs.front().positions.front(), epochs.front().positions.front()};
    for (const EpochColumns& epoch : epochs)
        for (const Point place : epoch.positions) {
            box.min = {std::min(box.min.x, place.x), std::min(box.min.y, place.y)};
            box.max = {std::max(box.max.x, place.x), std::max(box.max.y, place.y)};
        }
    widen(box.min.x, box.max.x);
    widen(box.min.y, box.max.y);
    return box;
}

}  // namespace

MapOverTime map_over_time(const TrainingDynamics& dynamics, const MapOptions& options,
                          const Job& job, int threads) {
    Places places(dynamics, options);
    places.work_out(job, threads);
    const DataMap last = data_map(signals_of(dynamics, all_evaluations, threads), options);
    std::vector<std::uint32_t> samples = places.placed(last.samples);
    if (samples.empty()) throw Error("data map", "no sample has a position");
    std::vector<EpochColumns> epochs;
    for (std::size_t e = 0; e < dynamics.evaluation_count(); ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(dynamics.evaluation_count()));
        epochs.push_back(columns_of(dynamics.evaluations[e], samples));
        epochs.back().positions = places.of(e, samples);
        places.forget(e);
    }
    std::vector<std::int32_t> labels;
    labels.reserve(samples.size());
    for (const std::uint32_t i : samples) labels.push_back(dynamics.labels[i]);
    const Box frame = frame_of(epochs);
    EpochSeries series = make_series(dynamics.classes, std::move(labels), std::move(epochs), frame);
    job.reached(1);
    return {std::move(series), std::move(samples)};
}

}  // namespace epochscope
