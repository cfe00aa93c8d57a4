#include "projection/place_reading.h"

#include <epochscope/analysis/heads.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace epochscope {

std::optional<PlaceReading> reading_by(const PlaneMap& plane_map, std::size_t epoch, Point place) {
    if (!plane_map.has_logits(epoch)) return std::nullopt;
    const EpochLogits& made_by = plane_map.logits(epoch);
    const EpochMap* map = plane_map.at(epoch);
    std::vector<float> embedding;
    if (map != nullptr) embedding = map->embedding(std::array{place}, 1);
    std::vector<double> logits;
    for (const LogitPlane& plane : made_by.planes) logits.push_back(plane.at(place));
    if (logits.empty()) logits = logits_of(made_by.head, {embedding, map->dimension()}, 1);
    const auto finite = [](auto value) { return std::isfinite(value); };
    if (!std::ranges::all_of(logits, finite)) return std::nullopt;
    // The softmax, from the greatest on, so that none is too large.
    const double greatest = *std::ranges::max_element(logits);
    double sum = 0;
    for (double& value : logits) {
        value = std::exp(value - greatest);
        sum += value;
    }
    for (double& value : logits) value /= sum;
    if (!std::ranges::all_of(embedding, finite)) embedding.clear();
    return PlaceReading{std::move(logits), std::move(embedding)};
}

}  // namespace epochscope
