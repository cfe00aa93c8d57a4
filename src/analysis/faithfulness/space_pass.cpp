#include "analysis/faithfulness/space_pass.h"

#include "analysis/faithfulness/decisions.h"
#include "analysis/faithfulness/near_set.h"

#include <epochscope/compute/threads.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
/// The samples of a thread's task.
constexpr std::size_t grain = 16;

/// An embedding at one epoch.
struct Shown {
    Table places;
    Tiles tiles;
    /// The boundary points projected by the map; empty without one.
    Tiles boundary;
    // For each sample:
    std::vector<double> kept;
    std::vector<double> intrusions;
    std::vector<double> losses;
    std::vector<double> kept_boundary;
};

/// The buffers of a thread.
struct Scratch {
    /// Of a block of samples, and of the current one.
    std::vector<double> true_rows;
    std::span<double> true_row;
    std::vector<double> boundary_row;
    std::vector<double> row;
    NearMembers truly;
    NearMembers near;
};

/// Whose neighbours samples have in feature space at one epoch.
struct NearThere {
    Table embeddings;
    std::vector<NearSet> sets;
};

/// The squared distances from a sample to points, infinite to itself.
void fill(std::vector<double>& row, const Tiles& points, std::span<const float> place,
          std::size_t self) {
    row.resize(points.padded_count());
    points.squares_from(place, row);
    if (self < row.size()) row[self] = infinity;
}

/// Of an epoch that is measured elsewhere; as EpochSpaces finds them.
NearThere near_there(const Measuring& measuring, std::size_t epoch, const Job& job) {
    const Table& rows = measuring.recording.epoch(measuring.epochs[epoch]).embeddings;
    NearThere found{rows, std::vector<NearSet>(rows.rows())};
    if (measuring.neighbours == 0) return found;
    const Tiles features(rows);
    const tbb::blocked_range<std::size_t> all(0, rows.rows(), grain);
    tbb::parallel_for(all, [&](const tbb::blocked_range<std::size_t>& some) {
        end_if_stopped(job.stop);
        std::vector<double> row;
        NearMembers near;
        for (std::size_t i = some.begin(); i < some.end(); ++i) {
            fill(row, features, rows.row(i), i);
            find_near(row, measuring.neighbours, near);
            found.sets[i] = near.set;
        }
    });
    return found;
}

/// One epoch: feature space, and the embeddings of it.
class EpochSpaces {
  public:
    EpochSpaces(const Measuring& measuring, std::size_t epoch)
        : measuring_(measuring),
          embeddings_(measuring.recording.epoch(measuring.epochs[epoch]).embeddings),
          features_(embeddings_),
          decisions_(decisions_at(measuring.recording, measuring.epochs[epoch],
                                  measuring.options.seed, measuring.options.threads)),
          near_boundary_(std::min(measuring.options.neighbours, decisions_.boundary.count() / 2)),
          near_{embeddings_, std::vector<NearSet>(measuring.samples())} {
        if (near_boundary_ > 0) boundary_ = Tiles(decisions_.boundary.view());
        for (const Embedding& embedding : measuring.embeddings)
            shown_.push_back(shown_of(embedding, epoch));
    }

    /// Measures all samples. `before` is the previous epoch, if there is one; stays[i * steps]
    /// becomes the fraction of sample i's neighbours that were neighbours there.
    void measure(const NearThere& before, double* stays, std::size_t steps, const Job& job) {
        const tbb::blocked_range<std::size_t> all(0, measuring_.samples(), grain);
        tbb::parallel_for(all, [&](const tbb::blocked_range<std::size_t>& some) {
            Scratch scratch;
            for (std::size_t first = some.begin(); first < some.end(); first += grain) {
                end_if_stopped(job.stop);
                const std::size_t last = std::min(first + grain, some.end());
                fill_true_rows(first, last, scratch);
                for (std::size_t i = first; i < last; ++i) {
                    if (near_boundary_ > 0) measure_boundary(i, scratch);
                    if (measuring_.neighbours == 0) continue;
                    measure_sample(i, i - first, scratch);
                    if (stays != nullptr) stays[i * steps] = stayed(before, i, scratch);
                }
            }
        });
    }

    void add_to(std::span<EmbeddingTally> tallies, std::size_t epoch) const {
        for (std::size_t t = 0; t < tallies.size(); ++t) {
            add_neighbours(tallies[t], epoch, t == 0 ? nullptr : &shown_[t - 1]);
            add_boundary(tallies[t], epoch, t == 0 ? nullptr : &shown_[t - 1]);
            add_decisions(tallies[t], epoch, t == 0 ? nullptr : &measuring_.embeddings[t - 1]);
        }
    }

    /// What was measured.
    [[nodiscard]] NearThere near() && { return std::move(near_); }

  private:
    [[nodiscard]] Shown shown_of(const Embedding& embedding, std::size_t epoch) const {
        Shown shown;
        shown.places = table_of(embedding.places[epoch]);
        const std::size_t samples = measuring_.samples();
        if (measuring_.neighbours > 0) {
            shown.tiles = Tiles(shown.places);
            for (auto* values : {&shown.kept, &shown.intrusions, &shown.losses})
                values->resize(samples);
        }
        const EpochMap* map = embedding.map.at(epoch);
        if (map == nullptr || near_boundary_ == 0) return shown;
        const std::vector<Point> placed =
            map->place(decisions_.boundary.view(), measuring_.options.threads);
        shown.boundary = Tiles(table_of(placed));
        shown.kept_boundary.resize(samples);
        return shown;
    }

    /// In blocks, for cache efficiency.
    void fill_true_rows(std::size_t first, std::size_t last, Scratch& scratch) const {
        if (measuring_.neighbours == 0) return;
        const std::size_t columns = embeddings_.columns;
        scratch.true_rows.resize((last - first) * features_.padded_count());
        features_.squares_from(
            {embeddings_.values.subspan(first * columns, (last - first) * columns), columns},
            scratch.true_rows);
    }

    void measure_sample(std::size_t i, std::size_t in_block, Scratch& scratch) {
        const std::size_t k = measuring_.neighbours;
        const std::size_t length = features_.padded_count();
        scratch.true_row = std::span(scratch.true_rows).subspan(in_block * length, length);
        scratch.true_row[i] = infinity;
        find_near(scratch.true_row, k, scratch.truly);
        near_.sets[i] = scratch.truly.set;
        for (Shown& shown : shown_) {
            fill(scratch.row, shown.tiles, shown.places.row(i), i);
            find_near(scratch.row, k, scratch.near);
            shown.kept[i] =
                shared_weight(scratch.truly, scratch.true_row, scratch.near.set, scratch.row);
            shown.intrusions[i] =
                excess_ranks(scratch.near, scratch.row, scratch.truly.set, scratch.true_row, k);
            shown.losses[i] =
                excess_ranks(scratch.truly, scratch.true_row, scratch.near.set, scratch.row, k);
        }
    }

    [[nodiscard]] double stayed(const NearThere& before, std::size_t i,
                                const Scratch& scratch) const {
        double sum = 0;
        for (const std::int32_t member : scratch.truly.members) {
            const auto j = static_cast<std::size_t>(member);
            const double then = square_between(before.embeddings.row(i), before.embeddings.row(j));
            sum += scratch.truly.set.weight(scratch.true_row[j]) * before.sets[i].weight(then);
        }
        return sum / static_cast<double>(measuring_.neighbours);
    }

    void measure_boundary(std::size_t i, Scratch& scratch) {
        constexpr auto none = std::numeric_limits<std::size_t>::max();
        fill(scratch.boundary_row, boundary_, embeddings_.row(i), none);
        find_near(scratch.boundary_row, near_boundary_, scratch.truly);
        for (Shown& shown : shown_) {
            if (shown.kept_boundary.empty()) continue;
            fill(scratch.row, shown.boundary, shown.places.row(i), none);
            find_near(scratch.row, near_boundary_, scratch.near);
            shown.kept_boundary[i] =
                shared_weight(scratch.truly, scratch.boundary_row, scratch.near.set, scratch.row);
        }
    }

    // `shown` is null for the features, which preserve everything.

    void add_neighbours(EmbeddingTally& tally, std::size_t epoch, const Shown* shown) const {
        const std::size_t samples = measuring_.samples();
        const auto n = static_cast<double>(samples);
        const auto k = static_cast<double>(measuring_.neighbours);
        const bool defined = measuring_.neighbours > 0;
        // The maximum of intrusions or losses of a sample.
        const double max = k * (2 * n - 3 * k - 1) / 2;
        for (std::size_t i = 0; i < samples; ++i) {
            const auto value = [&](double measured) {
                return defined && measuring_.is_known(epoch, i)
                           ? std::optional(shown == nullptr ? 1 : measured)
                           : std::nullopt;
            };
            const bool looked_at = defined && shown != nullptr;
            const auto kept = value(looked_at ? shown->kept[i] / k : 1);
            tally.at(Metric::nn_pv, epoch).add(kept);
            tally.at(Metric::trustworthiness, epoch)
                .add(value(looked_at ? 1 - shown->intrusions[i] / max : 1));
            tally.at(Metric::continuity, epoch)
                .add(value(looked_at ? 1 - shown->losses[i] / max : 1));
            tally.kept_at(epoch)[i] =
                kept ? static_cast<float>(*kept) : std::numeric_limits<float>::quiet_NaN();
        }
        if (defined) return;
        for (const Metric metric : {Metric::nn_pv, Metric::trustworthiness, Metric::continuity})
            tally[metric].explain("neighbours need at least three samples");
    }

    void add_boundary(EmbeddingTally& tally, std::size_t epoch, const Shown* shown) const {
        const bool mapped = shown == nullptr || !shown->kept_boundary.empty();
        for (std::size_t i = 0; i < measuring_.samples(); ++i) {
            std::optional<double> kept;
            if (near_boundary_ > 0 && mapped && measuring_.is_known(epoch, i))
                kept = shown == nullptr
                           ? 1
                           : shown->kept_boundary[i] / static_cast<double>(near_boundary_);
            tally.at(Metric::boundary_pv, epoch).add(kept);
        }
        if (!decisions_.head.is_known())
            tally[Metric::boundary_pv].explain(decisions_.reason);
        else if (near_boundary_ == 0)
            tally[Metric::boundary_pv].explain(
                "epoch \"" +
                std::to_string(measuring_.recording.epoch(measuring_.epochs[epoch]).number) +
                "\" has fewer than two boundary points: too few samples, or one predicted class");
        else if (!mapped)
            tally[Metric::boundary_pv].explain("there is no map from feature space to the plane");
    }

    void add_decisions(EmbeddingTally& tally, std::size_t epoch, const Embedding* embedding) const {
        const EpochMap* map = embedding == nullptr ? nullptr : embedding->map.at(epoch);
        const std::size_t samples = measuring_.samples();
        std::optional<std::size_t> alike;
        if (decisions_.head.is_known() && embedding == nullptr) alike = samples;
        if (decisions_.head.is_known() && map != nullptr)
            alike = count_decided_alike(decisions_, *map, embedding->places[epoch],
                                        measuring_.options.threads);
        tally.at(Metric::rec_pv, epoch) +=
            Tally{static_cast<double>(alike.value_or(0)), alike ? samples : 0, samples};
        if (!alike)
            tally[Metric::rec_pv].explain(decisions_.head.is_known()
                                              ? "there is no map from the plane to feature space"
                                              : decisions_.reason);
    }

    const Measuring& measuring_;
    Table embeddings_;
    Tiles features_;
    Decisions decisions_;
    std::size_t near_boundary_;
    Tiles boundary_;
    NearThere near_;
    std::vector<Shown> shown_;
};

/// The epochs that a rank measures: neighbours in time, each of which needs the one before.
struct Stretch {
    std::size_t first = 0;
    std::size_t last = 0;
};

Stretch stretch_of(std::size_t rank, std::size_t ranks, std::size_t epochs) {
    return {rank * epochs / ranks, (rank + 1) * epochs / ranks};
}

/// What was found of the epochs of a stretch.
Parcel parcel_of(const Stretch& stretch, std::span<EmbeddingTally> tallies, const Turnover& stays,
                 std::size_t steps) {
    Parcel parcel;
    for (EmbeddingTally& tally : tallies) {
        for (const MetricTally& metric : tally.metrics) {
            for (std::size_t e = stretch.first; e < stretch.last; ++e)
                parcel.put_one(metric.epochs[e]);
            parcel.put(std::vector<char>(metric.reason.begin(), metric.reason.end()));
        }
        for (std::size_t e = stretch.first; e < stretch.last; ++e) {
            const std::span<const float> kept = tally.kept_at(e);
            parcel.put(std::vector<float>(kept.begin(), kept.end()));
        }
    }
    for (std::size_t e = std::max<std::size_t>(stretch.first, 1); e < stretch.last; ++e) {
        std::vector<double> step;
        for (std::size_t at = e - 1; at < stays.size(); at += steps) step.push_back(stays[at]);
        parcel.put(step);
    }
    return parcel;
}

/// Takes over what another rank found.
void take(Parcel& parcel, const Stretch& stretch, std::span<EmbeddingTally> tallies,
          Turnover& stays, std::size_t steps) {
    for (EmbeddingTally& tally : tallies) {
        for (MetricTally& metric : tally.metrics) {
            for (std::size_t e = stretch.first; e < stretch.last; ++e)
                metric.epochs[e] = parcel.take_one<Tally>();
            const std::vector<char> reason = parcel.take<char>();
            metric.explain({reason.begin(), reason.end()});
        }
        for (std::size_t e = stretch.first; e < stretch.last; ++e)
            std::ranges::copy(parcel.take<float>(), tally.kept_at(e).begin());
    }
    for (std::size_t e = std::max<std::size_t>(stretch.first, 1); e < stretch.last; ++e) {
        const std::vector<double> step = parcel.take<double>();
        for (std::size_t i = 0; i < step.size(); ++i) stays[i * steps + e - 1] = step[i];
    }
}

}  // namespace

Turnover measure_spaces(const Measuring& measuring, std::span<EmbeddingTally> tallies,
                        const Job& job) {
    const std::size_t epochs = measuring.epochs.size();
    const std::size_t steps = epochs - 1;
    Turnover stays(measuring.neighbours > 0 ? steps * measuring.samples() : 0);
    const Team& team = measuring.options.team;
    const Stretch own = stretch_of(team.rank(), team.size(), epochs);
    NearThere before;
    for (std::size_t e = own.first; e < own.last; ++e) {
        check_values(measuring.recording, measuring.epochs[e]);
        EpochSpaces spaces(measuring, e);
        on_threads(measuring.options.threads, [&] {
            if (e > 0 && e == own.first) before = near_there(measuring, e - 1, job);
            spaces.measure(before, e > 0 && !stays.empty() ? &stays[e - 1] : nullptr, steps, job);
        });
        spaces.add_to(tallies, e);
        before = std::move(spaces).near();
        if (e > 0) measuring.recording.release(measuring.epochs[e - 1]);
        job.reached(static_cast<double>(e + 1 - own.first) /
                    static_cast<double>(own.last - own.first));
    }
    if (team.size() == 1) return stays;
    std::vector<Parcel> found = team.exchange(parcel_of(own, tallies, stays, steps));
    // In the order of epochs, so that the first one says why a value is missing.
    for (EmbeddingTally& tally : tallies)
        for (MetricTally& metric : tally.metrics) metric.reason.clear();
    for (std::size_t r = 0; r < found.size(); ++r)
        take(found[r], stretch_of(r, team.size(), epochs), tallies, stays, steps);
    return stays;
}

}  // namespace epochscope
