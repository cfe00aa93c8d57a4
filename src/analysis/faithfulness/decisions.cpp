#include "analysis/faithfulness/decisions.h"

#include "analysis/head_logits.h"

#include <epochscope/analysis/learned_map.h>

#include <iomanip>
#include <sstream>

namespace epochscope {

namespace {

std::string reason_without(const std::optional<FittedHead>& head, std::int64_t epoch) {
    std::ostringstream text;
    text << "epoch \"" << epoch << "\" ";
    if (!head)
        text << "has no linear head, neither recorded nor to be fitted to logits";
    else
        text << "has logits that no linear head makes (residual " << std::setprecision(2)
             << head->residual << ", at most " << head_residual_limit << " will do)";
    return text.str();
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
    Decisions decisions;
    decisions.head = head_of(recording, epoch, threads);
    if (!decisions.head || decisions.head->residual > head_residual_limit) {
        decisions.reason = reason_without(decisions.head, recorded.number);
        decisions.head.reset();
        return decisions;
    }
    const LinearHead head = decisions.head->view();
    std::vector<double> logits(recording.class_count());
    for (std::size_t i = 0; i < recording.sample_count(); ++i) {
        logits_at(head, recorded.embeddings.row(i), std::span<double>(logits));
        decisions.predictions.push_back(greatest_of(logits));
    }
    decisions.boundary = boundary_points(recorded.embeddings, head,
                                         {.count = boundary_count(recording.sample_count()),
                                          .seed = seed_of(seed, recorded.number)});
    return decisions;
}

namespace {

std::size_t count_by(const Decisions& decisions, const LinearMap& map,
                     std::span<const Point> places) {
    // The head of what the map takes back is linear in the place: offset + x slope_x + y slope_y.
    const LinearHead head = decisions.head->view();
    const std::size_t classes = head.bias.size();
    std::vector<double> offset(classes);
    logits_at(head, std::span<const double>(map.mean), std::span<double>(offset));
    std::array<std::vector<double>, 2> slopes;
    for (std::size_t axis = 0; axis < slopes.size(); ++axis) {
        slopes[axis].resize(classes);
        logits_at(head, std::span<const double>(map.axes[axis]), std::span<double>(slopes[axis]));
        for (std::size_t c = 0; c < classes; ++c)
            slopes[axis][c] -= static_cast<double>(head.bias[c]);
    }
    std::size_t alike = 0;
    std::vector<double> logits(classes);
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t c = 0; c < classes; ++c)
            logits[c] = offset[c] + slopes[0][c] * static_cast<double>(places[i].x) +
                        slopes[1][c] * static_cast<double>(places[i].y);
        alike += greatest_of(logits) == decisions.predictions[i] ? 1 : 0;
    }
    return alike;
}

std::size_t count_by(const Decisions& decisions, const LearnedMap& map,
                     std::span<const Point> places, int threads) {
    const LinearHead head = decisions.head->view();
    const std::vector<float> taken_back = embeddings_by(map, places, threads);
    const Table embeddings{taken_back, map.dimension()};
    std::vector<double> logits(head.bias.size());
    std::size_t alike = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        logits_at(head, embeddings.row(i), std::span<double>(logits));
        alike += greatest_of(logits) == decisions.predictions[i] ? 1 : 0;
    }
    return alike;
}

}  // namespace

std::size_t count_decided_alike(const Decisions& decisions, const PictureMap& map,
                                std::span<const Point> places, int threads) {
    return map.learned != nullptr ? count_by(decisions, *map.learned, places, threads)
                                  : count_by(decisions, *map.linear, places);
}

}  // namespace epochscope
