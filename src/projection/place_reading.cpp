#include <epochscope/analysis/heads.h>
#include <epochscope/analysis/learned_map.h>
#include <epochscope/projection/landscape.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

namespace epochscope {

namespace {

/// The softmax of logits, from their greatest on, so that none is too large; nothing where one is
/// no number.
std::optional<PlaceReading> reading_of(std::vector<double> logits, std::vector<float> embedding) {
    const auto finite = [](auto value) { return std::isfinite(value); };
    if (logits.empty() || !std::ranges::all_of(logits, finite)) return std::nullopt;
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

}  // namespace

std::optional<PlaceReading> reading_by_planes(std::span<const LogitPlane> planes,
                                              const LinearMap* map, Point place) {
    std::vector<double> logits;
    logits.reserve(planes.size());
    for (const LogitPlane& plane : planes)
        logits.push_back(plane.at_origin + plane.per_x * static_cast<double>(place.x) +
                         plane.per_y * static_cast<double>(place.y));
    std::vector<float> embedding;
    if (map != nullptr)
        for (const double value : map->embedding_of(place))
            embedding.push_back(static_cast<float>(value));
    return reading_of(std::move(logits), std::move(embedding));
}

std::optional<PlaceReading> reading_by_decoder(const LearnedMap& map, const Head& head,
                                               Point place) {
    std::vector<float> embedding = embeddings_by(map, std::array{place}, 1);
    std::vector<double> logits = logits_of(head, {embedding, map.dimension()}, 1);
    return reading_of(std::move(logits), std::move(embedding));
}

}  // namespace epochscope
