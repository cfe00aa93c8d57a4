#include "analysis/dynamics/neighbour_disagreement.h"

#include "analysis/dynamics/block_signals.h"
#include "analysis/prototypes/features.h"

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/compute/random.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

namespace epochscope {

namespace {

constexpr std::size_t most_evaluations = 5;
constexpr std::size_t neighbours = 15;
/// Multiplications: ten to twenty seconds of two cores.
constexpr double most_products = 4e11;
/// Fewer stand for nobody's neighbourhood.
constexpr std::size_t least_voters = 1000;
constexpr std::uint64_t seed = 0;

/// The evaluations that weigh most, increasing.
std::vector<std::size_t> heaviest(std::span<const Evaluation> evaluations, int threads) {
    const std::vector<double> weights = weights_of(evaluations, threads);
    std::vector<std::size_t> order(evaluations.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
    order.resize(std::min(order.size(), most_evaluations));
    std::ranges::sort(order);
    return order;
}

/// How many times as long as the median a row may be: the search is by float32, and rows that are
/// farther make all others look alike.
constexpr double max_times_median = 1000;

/// The rows that are finite and not far longer than others, increasing.
std::vector<std::size_t> usable_rows(const Table& rows) {
    std::vector<double> lengths(rows.rows());
    for (std::size_t i = 0; i < rows.rows(); ++i) lengths[i] = length_of(rows.row(i));
    std::vector<double> finite;
    std::ranges::copy_if(lengths, std::back_inserter(finite),
                         [](double length) { return std::isfinite(length); });
    if (finite.empty()) return {};
    const auto middle = finite.begin() + static_cast<std::ptrdiff_t>(finite.size() / 2);
    std::ranges::nth_element(finite, middle);
    const double longest =
        *middle > 0 ? max_times_median * *middle : std::numeric_limits<double>::max();
    std::vector<std::size_t> usable;
    for (std::size_t i = 0; i < lengths.size(); ++i)
        if (lengths[i] <= longest) usable.push_back(i);
    return usable;
}

/// Rows of a table in another memory.
struct ChosenRows {
    std::vector<float> values;
    std::size_t columns;

    ChosenRows(const Table& rows, std::span<const std::size_t> chosen) : columns(rows.columns) {
        values.reserve(chosen.size() * columns);
        for (const std::size_t i : chosen)
            values.insert(values.end(), rows.row(i).begin(), rows.row(i).end());
    }
    [[nodiscard]] Table table() const { return {values, columns}; }
};

/// The samples whose labels count, drawn from those with a label.
class Voters {
  public:
    explicit Voters(const TrainingDynamics& dynamics) : dynamics_(dynamics) {
        for (std::size_t i = 0; i < dynamics.sample_count(); ++i)
            if (dynamics.classes.is_labelled(dynamics.labels[i])) samples_.push_back(i);
    }

    [[nodiscard]] std::size_t count() const { return samples_.size(); }
    void draw(std::size_t wanted) {
        std::vector<std::size_t> drawn;
        for (const std::size_t k : RandomGenerator(seed).sample(samples_.size(), wanted))
            drawn.push_back(samples_[k]);
        samples_ = std::move(drawn);
    }

    /// A share for each labelled sample whose features are known at the epoch.
    [[nodiscard]] std::vector<float> disagreement(const RecordedEpoch& epoch, int threads,
                                                  const Job& job) const {
        std::vector<float> shares(dynamics_.sample_count(),
                                  std::numeric_limits<float>::quiet_NaN());
        const std::vector<std::size_t> known = usable_rows(epoch.embeddings);
        std::vector<std::size_t> asked;
        std::ranges::set_intersection(samples_, known, std::back_inserter(asked));
        if (asked.size() < 2) return shares;
        const ChosenRows points(epoch.embeddings, asked);
        const bool is_whole = known.size() == shares.size();
        const ChosenRows copied(epoch.embeddings,
                                is_whole ? std::span<const std::size_t>() : std::span(known));
        // One more, which may be the sample itself.
        const std::size_t wanted = std::min(neighbours, asked.size() - 1) + 1;
        const NearestPoints nearest =
            nearest_points(is_whole ? epoch.embeddings : copied.table(), points.table(),
                           {.count = wanted, .threads = threads}, job);
        for (std::size_t q = 0; q < known.size(); ++q)
            if (dynamics_.classes.is_labelled(dynamics_.labels[known[q]]))
                shares[known[q]] = share_of(known[q], nearest.of(q), asked);
        return shares;
    }

  private:
    /// Of the nearest but the sample itself, or but the last.
    [[nodiscard]] float share_of(std::size_t sample, std::span<const std::int32_t> nearest,
                                 std::span<const std::size_t> asked) const {
        std::size_t others = 0;
        std::size_t counted = 0;
        for (const std::int32_t point : nearest) {
            const std::size_t neighbour = asked[static_cast<std::size_t>(point)];
            if (neighbour == sample || counted + 1 == nearest.size()) continue;
            ++counted;
            others += dynamics_.labels[neighbour] != dynamics_.labels[sample] ? 1 : 0;
        }
        return static_cast<float>(others) / static_cast<float>(counted);
    }

    const TrainingDynamics& dynamics_;
    std::vector<std::size_t> samples_;
};

}  // namespace

void find_disagreement(TrainingDynamics& dynamics, const Recording& recording,
                       std::span<const std::size_t> epochs, const Job& job, int threads) {
    const std::vector<std::size_t> chosen = heaviest(dynamics.evaluations, threads);
    const double products_a_voter = static_cast<double>(chosen.size()) *
                                    static_cast<double>(recording.sample_count()) *
                                    static_cast<double>(recording.dimension());
    Voters voters(dynamics);
    const std::size_t labelled = voters.count();
    const double affordable = most_products / products_a_voter;
    if (affordable < static_cast<double>(labelled)) {
        if (affordable < static_cast<double>(least_voters)) {
            dynamics.warnings.emplace_back(
                "neighbours in feature space would take long to find; suspicion is by predictions "
                "alone");
            return;
        }
        voters.draw(static_cast<std::size_t>(affordable));
        dynamics.warnings.push_back("neighbour_disagreement looks for neighbours among " +
                                    std::to_string(voters.count()) + " of " +
                                    std::to_string(labelled) + " samples, drawn at random");
    }
    for (std::size_t k = 0; k < chosen.size(); ++k) {
        const std::size_t epoch = epochs[chosen[k]];
        dynamics.evaluations[chosen[k]].disagreement =
            voters.disagreement(recording.epoch(epoch), threads, job.part(k, chosen.size()));
        recording.release(epoch);
    }
}

}  // namespace epochscope
