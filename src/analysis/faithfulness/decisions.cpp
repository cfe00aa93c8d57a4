#include "analysis/faithfulness/decisions.h"

#include <epochscope/compute/head_logits.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <string>
#include <utility>

namespace epochscope {

namespace {

/// The class of the largest logit of each row.
std::vector<std::int32_t> decided(const Head& head, const Table& rows, int threads) {
    const std::vector<double> logits = logits_of(head, rows, threads);
    const std::size_t classes = head.class_count();
    std::vector<std::int32_t> classes_of;
    classes_of.reserve(rows.rows());
    for (std::size_t i = 0; i < rows.rows(); ++i)
        classes_of.push_back(greatest_of(std::span(logits).subspan(i * classes, classes)));
    return classes_of;
}

std::size_t count_alike(std::span<const std::int32_t> made, std::span<const std::int32_t> wanted) {
    return std::transform_reduce(made.begin(), made.end(), wanted.begin(), std::size_t{0},
                                 std::plus(), std::equal_to());
}

/// One seed an epoch, independent of the other measured epochs.
std::uint64_t seed_of(std::uint64_t seed, std::int64_t epoch) {
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15U;
    return seed + golden * (static_cast<std::uint64_t>(epoch) + 1);
}

}  // namespace

Decisions decisions_at(const Recording& recording, std::size_t epoch, std::uint64_t seed,
                       int threads) {
    const RecordedEpoch& recorded = recording.epoch(epoch);
    FoundHead found = find_head(recording, epoch, threads);
    Decisions decisions;
    decisions.head = std::move(found.head);
    if (!decisions.head.is_known()) {
        decisions.reason = "epoch \"" + std::to_string(recorded.number) + "\" " + found.words();
        return decisions;
    }
    decisions.predictions = decided(decisions.head, recorded.embeddings, threads);
    decisions.boundary = boundary_points(recorded.embeddings, decisions.head,
                                         {.count = boundary_count(recording.sample_count()),
                                          .seed = seed_of(seed, recorded.number)});
    return decisions;
}

std::size_t count_decided_alike(const Decisions& decisions, const EpochMap& map,
                                std::span<const Point> places, int threads) {
    const Head& head = decisions.head;
    if (!map.is_linear() || !head.is_linear()) {
        const std::vector<float> rows = map.embedding(places, threads);
        return count_alike(decided(head, {rows, map.dimension()}, threads), decisions.predictions);
    }
    const std::vector<LogitPlane> planes = map.planes(head.linear());
    std::vector<std::int32_t> made;
    made.reserve(places.size());
    std::vector<double> logits(planes.size());
    for (const Point place : places) {
        std::ranges::transform(planes, logits.begin(),
                               [&](const LogitPlane& plane) { return plane.at(place); });
        made.push_back(greatest_of(logits));
    }
    return count_alike(made, decisions.predictions);
}

}  // namespace epochscope
