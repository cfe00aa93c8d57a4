#include "projection/clipped_recording.h"

#include <epochscope/compute/threads.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <utility>

namespace epochscope {

namespace {

constexpr std::size_t most_bytes = std::size_t{4} << 30U;
constexpr double inner_share = 0.95;
constexpr double farthest = 5;
/// Of fewer, nobody knows which are the outliers.
constexpr std::size_t fewest_rows = 20;

struct Clipped : EpochMemory {
    explicit Clipped(const Recording& recording) : original(recording) {}

    [[nodiscard]] std::optional<std::string> fault() const override { return original.fault(); }
    void release(std::size_t epoch) const override { original.release(epoch); }

    Recording original;
    std::deque<std::vector<float>> copies;
};

/// Where rows lie about their middle.
struct Reach {
    std::vector<double> middle;
    std::vector<double> distances;
    /// Rows that are farther are outliers; 0: there are none.
    double limit = 0;
};

/// Leaves out those beyond the limit before.
void find_middle(const Table& rows, Reach& reach) {
    const std::vector<double> before = std::exchange(reach.distances, {});
    std::vector<double> sums(rows.columns);
    std::size_t count = 0;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        if (!before.empty() && before[i] > reach.limit) continue;
        ++count;
        for (std::size_t d = 0; d < rows.columns; ++d)
            sums[d] += static_cast<double>(rows.row(i)[d]);
    }
    for (double& sum : sums) sum /= static_cast<double>(count);
    reach.middle = std::move(sums);
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        double square = 0;
        for (std::size_t d = 0; d < rows.columns; ++d)
            square += std::pow(static_cast<double>(rows.row(i)[d]) - reach.middle[d], 2);
        reach.distances.push_back(std::sqrt(square));
    }
    std::vector<double> sorted = reach.distances;
    const auto inner = sorted.begin() + static_cast<std::ptrdiff_t>(
                                            inner_share * static_cast<double>(sorted.size() - 1));
    std::ranges::nth_element(sorted, inner);
    reach.limit = farthest * *inner;
}

Reach reach_of(const Table& rows) {
    Reach reach;
    if (rows.rows() < fewest_rows) return reach;
    find_middle(rows, reach);
    // Without those that are far away, the middle is that of the others.
    if (reach.limit > 0) find_middle(rows, reach);
    return reach;
}

}  // namespace

ClippedRecording clipped(const Recording& recording, std::size_t first,
                         const std::stop_token& stop) {
    auto memory = std::make_shared<Clipped>(recording);
    std::vector<RecordedEpoch> views(recording.epochs().begin(), recording.epochs().end());
    std::size_t outliers = 0;
    std::size_t epochs = 0;
    std::size_t bytes = 0;
    for (std::size_t e = 0; e < views.size(); ++e) {
        end_if_stopped(stop);
        const Table& rows = views[e].embeddings;
        const Reach reach = reach_of(rows);
        if (reach.limit <= 0 || *std::ranges::max_element(reach.distances) <= reach.limit) {
            recording.release(e);
            continue;
        }
        bytes += rows.values.size_bytes();
        if (bytes > most_bytes)
            return {recording,
                    {"some embeddings are farther from the middle than five times the distance "
                     "within which 95 % of the samples lie, in too many epochs to lay them out "
                     "nearer"}};
        if (e >= first) ++epochs;
        std::vector<float>& values =
            memory->copies.emplace_back(rows.values.begin(), rows.values.end());
        for (std::size_t i = 0; i < rows.rows(); ++i) {
            if (reach.distances[i] <= reach.limit) continue;
            if (e >= first) ++outliers;
            const double share = reach.limit / reach.distances[i];
            for (std::size_t d = 0; d < rows.columns; ++d) {
                float& value = values[i * rows.columns + d];
                value = static_cast<float>(reach.middle[d] +
                                           share * (static_cast<double>(value) - reach.middle[d]));
            }
        }
        views[e].embeddings.values = values;
        recording.release(e);
    }
    if (memory->copies.empty()) return {recording, {}};
    Recording inner{recording.classes(), recording.labels(), std::move(views), std::move(memory)};
    if (outliers == 0) return {std::move(inner), {}};
    return {std::move(inner),
            {std::to_string(outliers) + " embeddings of " + std::to_string(epochs) +
             " epochs are laid out nearer to the others than they are, since they are farther from "
             "the middle than five times the distance within which 95 % of the samples lie"}};
}

}  // namespace epochscope
