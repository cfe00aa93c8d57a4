#include "analysis/faithfulness/path_pass.h"

#include "analysis/faithfulness/path.h"
#include "analysis/faithfulness/ranks.h"

#include <epochscope/compute/threads.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

namespace epochscope {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
/// Samples between two progress reports.
constexpr std::size_t block = 1024;
/// The samples of a thread's task.
constexpr std::size_t grain = 16;

std::optional<double> defined(double value) {
    return value == value ? std::optional(value) : std::nullopt;
}

/// The metrics of the paths of a block of samples in one space, a row of samples an epoch; NaN if
/// undefined.
struct BlockValues {
    std::vector<double> temp_l;
    std::vector<double> tau;
    std::vector<double> rho;
    /// One a sample.
    std::vector<double> temp_pv;

    /// Distances moved from each epoch to the next, a row of samples for each.
    std::vector<double> steps;

    void clear(std::size_t epochs) {
        for (auto* values : {&temp_l, &tau, &rho}) values->assign(epochs * block, undefined);
        temp_pv.assign(block, undefined);
        steps.assign((epochs - 1) * block, 0);
    }
    void put_into(Parcel& parcel) const {
        for (const auto* values : {&temp_l, &tau, &rho, &temp_pv, &steps}) parcel.put(*values);
    }
    void take_from(Parcel& parcel) {
        for (auto* values : {&temp_l, &tau, &rho, &temp_pv, &steps})
            *values = parcel.take<double>();
    }
};

/// The buffers of a thread.
struct Scratch {
    std::vector<float> places;
    Path truly;
    Path shown;
    std::vector<double> steps;
};

class Paths {
  public:
    Paths(const Measuring& measuring, const Turnover& stays, std::span<EmbeddingTally> tallies)
        : measuring_(measuring),
          stays_(stays),
          tallies_(tallies),
          values_(tallies.size()),
          steps_(tallies.size(), std::vector<double>(step_count() * measuring.samples())) {}

    /// `spreads` as for measure_paths.
    void measure(std::span<const double> spreads, const Job& job) {
        const std::size_t samples = measuring_.samples();
        const auto measure_block = [&](std::size_t b) {
            const std::size_t first = b * block;
            const std::size_t last = std::min(first + block, samples);
            for (BlockValues& values : values_) values.clear(measuring_.epochs.size());
            tbb::parallel_for(tbb::blocked_range<std::size_t>(first, last, grain),
                              [&](const tbb::blocked_range<std::size_t>& part) {
                                  end_if_stopped(job.stop);
                                  Scratch scratch;
                                  for (std::size_t i = part.begin(); i < part.end(); ++i)
                                      measure_sample(i, i - first, scratch);
                              });
            Parcel found;
            for (const BlockValues& values : values_) values.put_into(found);
            job.reached(static_cast<double>(last) / static_cast<double>(samples));
            return found;
        };
        // In order, so that sums do not depend on threads.
        const auto add_found = [&](std::size_t b, Parcel& found) {
            const std::size_t first = b * block;
            for (std::size_t t = 0; t < tallies_.size(); ++t) {
                values_[t].take_from(found);
                add_block(t, first, std::min(block, samples - first));
            }
        };
        const Team& team = measuring_.options.team;
        team.share_out((samples + block - 1) / block, measure_block, add_found);
        if (!team.is_first()) return;
        add_steps();
        add_travel(spreads);
    }

  private:
    [[nodiscard]] std::size_t step_count() const { return measuring_.epochs.size() - 1; }

    void measure_sample(std::size_t i, std::size_t in_block, Scratch& scratch) {
        scratch.places.clear();
        for (const std::size_t epoch : measuring_.epochs) {
            const auto row = measuring_.recording.epoch(epoch).embeddings.row(i);
            scratch.places.insert(scratch.places.end(), row.begin(), row.end());
        }
        scratch.truly.follow({scratch.places, measuring_.recording.dimension()},
                             measuring_.near_epochs);
        compare(i, in_block, 0, scratch.truly, scratch);
        for (std::size_t p = 0; p < measuring_.embeddings.size(); ++p) {
            scratch.places.clear();
            for (const auto& places : measuring_.embeddings[p].places) {
                scratch.places.push_back(places[i].x);
                scratch.places.push_back(places[i].y);
            }
            scratch.shown.follow({scratch.places, 2}, measuring_.near_epochs);
            compare(i, in_block, p + 1, scratch.shown, scratch);
        }
    }

    /// The path of sample i in feature space and in the space of this tally.
    void compare(std::size_t i, std::size_t in_block, std::size_t tally, const Path& shown,
                 Scratch& scratch) {
        BlockValues& values = values_[tally];
        const Path& truly = scratch.truly;
        for (std::size_t e = 0; e < measuring_.epochs.size(); ++e) {
            if (!measuring_.is_known(e, i)) continue;
            const std::size_t at = e * block + in_block;
            values.tau[at] = truly.tau(e, shown).value_or(undefined);
            values.rho[at] = truly.rho(e, shown).value_or(undefined);
            if (measuring_.near_epochs > 0)
                values.temp_l[at] = tally == 0 ? 1 : truly.kept_epochs(e, shown);
        }
        scratch.steps.resize(step_count());
        for (std::size_t step = 0; step < step_count(); ++step)
            values.steps[step * block + in_block] = scratch.steps[step] = shown.step(step);
        if (stays_.empty()) return;
        const auto own = std::span(stays_).subspan(i * step_count(), step_count());
        values.temp_pv[in_block] = pearson(own, scratch.steps).value_or(undefined);
    }

    void add_block(std::size_t t, std::size_t first, std::size_t samples) {
        EmbeddingTally& tally = tallies_[t];
        const BlockValues& values = values_[t];
        for (std::size_t e = 0; e < measuring_.epochs.size(); ++e)
            for (std::size_t i = 0; i < samples; ++i) {
                const std::size_t at = e * block + i;
                tally.at(Metric::temp_l, e).add(defined(values.temp_l[at]));
                tally.kept_epochs[first + i].add(defined(values.temp_l[at]));
                tally.at(Metric::temp_g_tau, e).add(defined(values.tau[at]));
                tally.kept_order[first + i].add(defined(values.tau[at]));
                tally.at(Metric::temp_g_rho, e).add(defined(values.rho[at]));
            }
        for (std::size_t i = 0; i < samples; ++i) tally.temp_pv.add(defined(values.temp_pv[i]));
        for (std::size_t step = 0; step < step_count(); ++step)
            for (std::size_t i = 0; i < samples; ++i)
                steps_[t][step * measuring_.samples() + first + i] = values.steps[step * block + i];
    }

    void add_steps() {
        for (std::size_t step = 0; step < step_count(); ++step) {
            const auto ranks_in = [&](std::size_t space) {
                return double_ranks(
                    std::span<const double>(steps_[space])
                        .subspan(step * measuring_.samples(), measuring_.samples()));
            };
            const std::vector<std::int32_t> truly = ranks_in(0);
            for (std::size_t t = 0; t < tallies_.size(); ++t) {
                const auto agreement = spearman(truly, ranks_in(t));
                tallies_[t].at(Metric::step_agreement, step + 1).add(agreement);
                if (!agreement)
                    tallies_[t][Metric::step_agreement].explain("all samples move equally far");
            }
        }
    }

    /// The sum of all steps of samples that are known before and after.
    [[nodiscard]] double length_in(std::size_t space) const {
        double sum = 0;
        for (std::size_t step = 0; step < step_count(); ++step)
            for (std::size_t i = 0; i < measuring_.samples(); ++i)
                if (measuring_.is_known(step, i) && measuring_.is_known(step + 1, i))
                    sum += steps_[space][step * measuring_.samples() + i];
        return sum;
    }

    void add_travel(std::span<const double> spreads) {
        const double length = length_in(0);
        for (std::size_t t = 0; t < tallies_.size(); ++t) {
            const bool defined = length > 0 && spreads[0] > 0 && spreads[t] > 0;
            tallies_[t].travel.add(
                defined ? std::optional(length_in(t) / spreads[t] * (spreads[0] / length))
                        : std::nullopt);
        }
    }

    const Measuring& measuring_;
    const Turnover& stays_;
    /// Of the features, then of each embedding; likewise below.
    std::span<EmbeddingTally> tallies_;
    std::vector<BlockValues> values_;
    /// The distances moved from each epoch to the next, a row of samples for each.
    std::vector<std::vector<double>> steps_;
};

void explain(EmbeddingTally& tally, std::size_t epochs) {
    const std::string few = "it needs at least three epochs";
    tally[Metric::temp_l].explain(few);
    for (const Metric metric : {Metric::temp_g_tau, Metric::temp_g_rho})
        tally[metric].explain(epochs < 3 ? few
                                         : "no sample is at different distances from itself at "
                                           "other epochs, in both spaces");
    tally[Metric::step_agreement].explain("no step leads to the first epoch");
}

}  // namespace

void measure_paths(const Measuring& measuring, const Turnover& stays,
                   std::span<const double> spreads, std::span<EmbeddingTally> tallies,
                   const Job& job) {
    Paths paths(measuring, stays, tallies);
    on_threads(measuring.options.threads, [&] { paths.measure(spreads, job); });
    for (EmbeddingTally& tally : tallies) explain(tally, measuring.epochs.size());
}

}  // namespace epochscope
