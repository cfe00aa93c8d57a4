#include "analysis/faithfulness/cross_pass.h"

#include "analysis/faithfulness/near_set.h"

#include <epochscope/compute/random.h>
#include <epochscope/compute/threads.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace epochscope {

namespace {

/// Each epoch is compared with this many others.
constexpr std::size_t most_others = 6;
/// Their neighbours are looked for, of all samples.
constexpr std::size_t most_queries = 500;
/// The queries of a thread's task.
constexpr std::size_t queries_at_once = 16;

/// By how many epochs (cyclically) each epoch is apart from those it is compared with: one drawn
/// from each of several ranges of equal length, or all.
std::vector<std::size_t> shifts_between(std::size_t epochs, RandomGenerator& random) {
    const std::size_t count = std::min(most_others, epochs - 1);
    std::vector<std::size_t> shifts;
    for (std::size_t part = 0; part < count; ++part) {
        const std::size_t first = part * (epochs - 1) / count;
        const std::size_t last = (part + 1) * (epochs - 1) / count;
        shifts.push_back(1 + first + random.below(last - first));
    }
    return shifts;
}

/// The nearest of a place, and the distances to all.
struct CrossedNear {
    void find(const Tiles& points, std::span<const float> place, std::size_t k) {
        row.resize(points.padded_count());
        points.squares_from(place, row);
        find_near(row, k, near);
    }

    std::vector<double> row;
    NearMembers near;
};

class Crossings {
  public:
    Crossings(const Measuring& measuring, std::span<EmbeddingTally> tallies)
        : measuring_(measuring), tallies_(tallies) {
        RandomGenerator random(measuring.options.seed);
        shifts_ = shifts_between(measuring.epochs.size(), random);
        queries_ = random.sample(measuring.samples(), most_queries);
        kept_.resize(measuring.embeddings.size(), std::vector<double>(queries_.size()));
    }

    void measure(const Job& job) {
        const std::size_t epochs = measuring_.epochs.size();
        const auto measure_there = [&](std::size_t there) {
            Parcel found;
            const std::vector<Tiles> spaces = spaces_at(there);
            for (const std::size_t shift : shifts_) {
                cross((there + shift) % epochs, spaces, job);
                for (const std::vector<double>& kept : kept_) found.put(kept);
            }
            measuring_.recording.release(measuring_.epochs[there]);
            job.reached(static_cast<double>(there + 1) / static_cast<double>(epochs));
            return found;
        };
        const auto add_all = [&](std::size_t there, Parcel& found) {
            for (const std::size_t shift : shifts_) {
                for (std::vector<double>& kept : kept_) kept = found.take<double>();
                add((there + shift) % epochs);
            }
        };
        measuring_.options.team.share_out(epochs, measure_there, add_all);
    }

  private:
    [[nodiscard]] const Table& features_at(std::size_t epoch) const {
        return measuring_.recording.epoch(measuring_.epochs[epoch]).embeddings;
    }

    /// The points of the features, then of each embedding.
    [[nodiscard]] std::vector<Tiles> spaces_at(std::size_t epoch) const {
        std::vector<Tiles> spaces{Tiles(features_at(epoch))};
        for (const Embedding& embedding : measuring_.embeddings)
            spaces.emplace_back(table_of(embedding.places[epoch]));
        return spaces;
    }

    void cross(std::size_t here, std::span<const Tiles> spaces, const Job& job) {
        tbb::parallel_for(tbb::blocked_range<std::size_t>(0, queries_.size(), queries_at_once),
                          [&](const tbb::blocked_range<std::size_t>& some) {
                              end_if_stopped(job.stop);
                              CrossedNear truly;
                              CrossedNear shown;
                              for (std::size_t q = some.begin(); q < some.end(); ++q)
                                  cross_sample(here, q, spaces, truly, shown);
                          });
    }

    void cross_sample(std::size_t here, std::size_t query, std::span<const Tiles> spaces,
                      CrossedNear& truly, CrossedNear& shown) {
        const std::size_t k = measuring_.neighbours;
        const std::size_t i = queries_[query];
        truly.find(spaces.front(), features_at(here).row(i), k);
        for (std::size_t p = 0; p < kept_.size(); ++p) {
            shown.find(spaces[p + 1], table_of(measuring_.embeddings[p].places[here]).row(i), k);
            kept_[p][query] = shared_weight(truly.near, truly.row, shown.near.set, shown.row) /
                              static_cast<double>(k);
        }
    }

    /// In order, so that sums do not depend on threads.
    void add(std::size_t here) {
        for (std::size_t q = 0; q < queries_.size(); ++q) {
            const bool is_known = measuring_.is_known(here, queries_[q]);
            const auto value = [&](double kept) {
                return is_known ? std::optional(kept) : std::nullopt;
            };
            tallies_[0].at(Metric::cross_nn, here).add(value(1));
            for (std::size_t p = 0; p < kept_.size(); ++p)
                tallies_[p + 1].at(Metric::cross_nn, here).add(value(kept_[p][q]));
        }
    }

    const Measuring& measuring_;
    std::span<EmbeddingTally> tallies_;
    std::vector<std::size_t> shifts_;
    std::vector<std::size_t> queries_;
    /// Of each embedding and query, at the pair of epochs that is looked at.
    std::vector<std::vector<double>> kept_;
};

}  // namespace

void measure_crossings(const Measuring& measuring, std::span<EmbeddingTally> tallies,
                       const Job& job) {
    const bool has_others = measuring.epochs.size() > 1;
    if (has_others && measuring.neighbours > 0) {
        Crossings crossings(measuring, tallies);
        on_threads(measuring.options.threads, [&] { crossings.measure(job); });
        return;
    }
    for (EmbeddingTally& tally : tallies)
        tally[Metric::cross_nn].explain(has_others ? "neighbours need at least three samples"
                                                   : "it needs at least two epochs");
}

}  // namespace epochscope
