#include "analysis/prototypes/features.h"

#include <epochscope/analysis/prototype_batches.h>
#include <epochscope/analysis/prototype_signals.h>
#include <epochscope/compute/random.h>
#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace epochscope {

namespace {

/// The sums of a batch.
struct BatchSums {
    std::size_t right_naive = 0;
    std::size_t right_adjusted = 0;
    std::size_t negatives = 0;
    double cross_entropy = 0;
    std::vector<std::int32_t> prototypes;
};

/// The distinct columns of a batch.
struct Columns {
    /// In the order of their first columns, then the negatives.
    std::vector<std::int32_t> prototypes;
    /// The multiplicity of each.
    std::vector<double> times;
    /// The column of each sample.
    std::vector<std::size_t> own;
    /// For each sample, whether it is the first with its prototype.
    std::vector<bool> first;
};

Columns columns_of(std::span<const std::int32_t> prototypes, std::size_t count) {
    Columns columns;
    constexpr auto none = static_cast<std::size_t>(-1);
    std::vector<std::size_t> place(count, none);
    for (const std::int32_t prototype : prototypes) {
        std::size_t& at = place[static_cast<std::size_t>(prototype)];
        columns.first.push_back(at == none);
        if (at == none) {
            at = columns.prototypes.size();
            columns.prototypes.push_back(prototype);
            columns.times.push_back(0);
        }
        columns.own.push_back(at);
        ++columns.times[at];
    }
    return columns;
}

class Batches {
  public:
    Batches(const Table& rows, const Clusters& clusters, const BatchOptions& options)
        : rows_(rows),
          clusters_(clusters),
          options_(options),
          centres_(clusters.prototypes(), true) {
        for (const std::int32_t count : clusters.counts) there_ += count > 0 ? 1U : 0U;
    }

    [[nodiscard]] BatchSums sums_of(std::span<const std::size_t> samples,
                                    std::uint64_t seed) const {
        BatchSums sums;
        sums.prototypes.reserve(samples.size());
        for (const std::size_t sample : samples)
            sums.prototypes.push_back(clusters_.assignments[sample]);
        Columns columns = columns_of(sums.prototypes, clusters_.counts.size());
        sums.negatives = add_negatives(columns, seed);
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const std::vector<double> logits = logits_of(samples[i], columns);
            const auto best = static_cast<std::size_t>(
                std::max_element(logits.begin(), logits.end()) - logits.begin());
            const bool own = best == columns.own[i];
            sums.right_adjusted += own ? 1U : 0U;
            sums.right_naive += own && columns.first[i] ? 1U : 0U;
            sums.cross_entropy +=
                log_sum(logits, columns.times, logits[best]) - logits[columns.own[i]];
        }
        return sums;
    }

  private:
    /// The number of negatives, limited to the remaining prototypes.
    std::size_t add_negatives(Columns& columns, std::uint64_t seed) const {
        std::vector<bool> in(clusters_.counts.size());
        for (const std::int32_t prototype : columns.prototypes)
            in[static_cast<std::size_t>(prototype)] = true;
        std::vector<std::int32_t> left;
        left.reserve(there_ - columns.prototypes.size());
        for (std::size_t k = 0; k < in.size(); ++k)
            if (!in[k] && clusters_.counts[k] > 0) left.push_back(static_cast<std::int32_t>(k));
        const std::size_t count = std::min(options_.negatives, left.size());
        RandomGenerator draw(seed);
        for (std::size_t i = 0; i < count; ++i) {
            std::swap(left[i], left[i + draw.below(left.size() - i)]);
            columns.prototypes.push_back(left[i]);
            columns.times.push_back(1);
        }
        return count;
    }

    [[nodiscard]] std::vector<double> logits_of(std::size_t sample, const Columns& columns) const {
        const auto row = rows_.row(sample);
        const double length = length_of(row);
        std::vector<double> logits;
        logits.reserve(columns.prototypes.size());
        for (const std::int32_t prototype : columns.prototypes) {
            const auto centre = centres_.table().row(static_cast<std::size_t>(prototype));
            double product = 0;
            for (std::size_t d = 0; d < row.size(); ++d)
                product += static_cast<double>(row[d]) * static_cast<double>(centre[d]);
            logits.push_back(length > 0 ? product / length / options_.temperature : 0);
        }
        return logits;
    }

    static double log_sum(const std::vector<double>& logits, const std::vector<double>& times,
                          double max) {
        double sum = 0;
        for (std::size_t c = 0; c < logits.size(); ++c) sum += times[c] * std::exp(logits[c] - max);
        return max + std::log(sum);
    }

    const Table& rows_;
    const Clusters& clusters_;
    const BatchOptions& options_;
    Features centres_;
    /// The number of prototypes with samples.
    std::size_t there_ = 0;
};

void add(BatchSignals& signals, const BatchSums& sums, std::size_t batches) {
    const auto count = static_cast<double>(batches);
    const double samples = count * static_cast<double>(sums.prototypes.size());
    signals.accuracy_naive += static_cast<double>(sums.right_naive) / samples;
    signals.accuracy_adjusted += static_cast<double>(sums.right_adjusted) / samples;
    signals.cross_entropy += sums.cross_entropy / samples;
    signals.distinct += static_cast<double>(distinct_count(sums.prototypes)) / count;
    signals.floor += cross_entropy_floor(sums.prototypes) / count;
    signals.negatives += static_cast<double>(sums.negatives) / count;
    const std::vector<std::size_t> times = multiplicities(sums.prototypes);
    signals.multiplicities.resize(std::max(signals.multiplicities.size(), times.size()));
    for (std::size_t m = 0; m < times.size(); ++m)
        signals.multiplicities[m] += static_cast<double>(times[m]) / count;
}

}  // namespace

BatchSignals batch_signals(const Table& rows, const Clusters& clusters, std::int64_t epoch,
                           const BatchOptions& options, const std::stop_token& stop) {
    const auto drawn = batches_of(rows.rows(), options.batch, options.seed, epoch);
    const Batches batches(rows, clusters, options);
    std::vector<BatchSums> sums(drawn.size());
    on_threads(options.threads, [&] {
        tbb::parallel_for(std::size_t{0}, drawn.size(), [&](std::size_t b) {
            end_if_stopped(stop);
            // Each batch has its own stream: its first sample distinguishes it.
            sums[b] = batches.sums_of(drawn[b], options.seed + drawn[b].front());
        });
    });
    BatchSignals signals;
    for (const BatchSums& one : sums) add(signals, one, drawn.size());
    return signals;
}

std::optional<double> mean_over_epochs(const PrototypeLevel& level, std::string_view curve) {
    double sum = 0;
    double count = 0;
    for (const PrototypeCurve& candidate : level.curves) {
        if (candidate.name != curve) continue;
        for (const auto& value : candidate.values) {
            sum += value.value_or(0);
            count += value ? 1 : 0;
        }
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

}  // namespace epochscope
