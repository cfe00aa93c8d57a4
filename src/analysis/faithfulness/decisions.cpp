#include "analysis/faithfulness/decisions.h"

#include <epochscope/analysis/learned_map.h>
#include <epochscope/compute/head_logits.h>

#include <array>
#include <string>
#include <utility>

namespace epochscope {

namespace {

/// The class of the greatest logit of each row.
std::vector<std::int32_t> decided(const Head& head, const Table& rows, int threads) {
    const std::vector<double> logits = logits_of(head, rows, threads);
    const std::size_t classes = head.class_count();
    std::vector<std::int32_t> classes_of;
    classes_of.reserve(rows.rows());
    for (std::size_t i = 0; i < rows.rows(); ++i)
        classes_of.push_back(greatest_of(std::span(logits).subspan(i * classes, classes)));
    return classes_of;
}

/// One seed for each epoch, whichever others are measured.
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

namespace {

/// By a linear head of what a linear map takes back, which is linear in the place: offset +
/// x slope_x + y slope_y.
std::size_t count_by_gradients(const Decisions& decisions, const LinearMap& map,
                               std::span<const Point> places) {
    const LinearHead head = view_of(decisions.head.linear());
    const std::size_t classes = head.bias.size();
    std::vector<double> offset(classes);
    logits_at(head, std::span<const double>(map.mean), std::span<double>(offset));
    std::array<std::vector<double>, 2> gradients;
    for (std::size_t axis = 0; axis < gradients.size(); ++axis) {
        gradients[axis].resize(classes);
        logits_at(head, std::span<const double>(map.axes[axis]),
                  std::span<double>(gradients[axis]));
        for (std::size_t c = 0; c < classes; ++c)
            gradients[axis][c] -= static_cast<double>(head.bias[c]);
    }
    std::size_t alike = 0;
    std::vector<double> logits(classes);
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t c = 0; c < classes; ++c)
            logits[c] = offset[c] + gradients[0][c] * static_cast<double>(places[i].x) +
                        gradients[1][c] * static_cast<double>(places[i].y);
        alike += greatest_of(logits) == decisions.predictions[i] ? 1 : 0;
    }
    return alike;
}

/// What places stand for in feature space by a linear map: rows of D.
std::vector<float> taken_back(const LinearMap& map, std::span<const Point> places) {
    std::vector<float> rows;
    rows.reserve(places.size() * map.mean.size());
    for (const Point place : places)
        for (const double value : map.embedding_of(place))
            rows.push_back(static_cast<float>(value));
    return rows;
}

std::size_t count_by_rows(const Decisions& decisions, std::span<const float> rows,
                          std::size_t dimension, int threads) {
    const std::vector<std::int32_t> made = decided(decisions.head, {rows, dimension}, threads);
    std::size_t alike = 0;
    for (std::size_t i = 0; i < made.size(); ++i)
        alike += made[i] == decisions.predictions[i] ? 1 : 0;
    return alike;
}

}  // namespace

std::size_t count_decided_alike(const Decisions& decisions, const PictureMap& map,
                                std::span<const Point> places, int threads) {
    if (map.learned != nullptr)
        return count_by_rows(decisions, embeddings_by(*map.learned, places, threads),
                             map.learned->dimension(), threads);
    if (decisions.head.is_linear()) return count_by_gradients(decisions, *map.linear, places);
    return count_by_rows(decisions, taken_back(*map.linear, places), map.linear->mean.size(),
                         threads);
}

}  // namespace epochscope
