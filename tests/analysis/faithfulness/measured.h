#pragma once

#include <epochscope/analysis/faithfulness.h>
#include <epochscope/compute/known_maps.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::tests {

struct Recorded : EpochMemory {
    std::size_t dimension = 1;
    std::vector<std::vector<float>> embeddings;
    std::vector<float> weight;
    std::vector<float> bias;
    std::vector<std::int32_t> labels;
};

/// Epochs numbered from 1, all with the same head if it has weights.
inline Recording recorded(std::size_t dimension, std::vector<std::vector<float>> embeddings,
                          std::vector<float> weight = {}, std::vector<float> bias = {}) {
    const auto run = std::make_shared<Recorded>();
    run->dimension = dimension;
    run->embeddings = std::move(embeddings);
    run->weight = std::move(weight);
    run->bias = std::move(bias);
    run->labels.resize(run->embeddings.front().size() / run->dimension);
    const std::size_t classes = run->bias.empty() ? 1 : run->bias.size();
    std::vector<RecordedEpoch> epochs;
    for (const std::vector<float>& values : run->embeddings) {
        RecordedEpoch& epoch = epochs.emplace_back();
        epoch.number = static_cast<std::int64_t>(epochs.size());
        epoch.embeddings = {values, run->dimension};
        if (!run->bias.empty()) epoch.head = LinearHead{{run->weight, run->dimension}, run->bias};
    }
    return {Classes{std::vector<std::string>(classes, "class"), {}}, run->labels, std::move(epochs),
            run};
}

/// Places from rows of x and y.
inline std::vector<Point> places_of(const std::vector<float>& values) {
    std::vector<Point> places;
    for (std::size_t i = 0; i + 1 < values.size(); i += 2)
        places.push_back({values[i], values[i + 1]});
    return places;
}

/// Places on the x axis.
inline std::vector<Point> on_a_line(const std::vector<float>& values) {
    std::vector<Point> places;
    places.reserve(values.size());
    for (const float x : values) places.push_back({x, 0});
    return places;
}

using Places = std::vector<std::vector<Point>>;

/// What is found of one embedding of all epochs.
inline FaithfulnessReport report_of(const Recording& recording, const Places& places,
                                    const FaithfulnessOptions& options = {},
                                    const PlaneMap& map = {}) {
    std::vector<std::size_t> epochs;
    for (std::size_t e = 0; e < places.size(); ++e) epochs.push_back(e);
    const std::vector<Embedding> embeddings{{{places.begin(), places.end()}, map}};
    return measure_faithfulness(recording, epochs, embeddings, options);
}

inline Faithfulness measured(const Recording& recording, const Places& places,
                             const FaithfulnessOptions& options = {}, const PlaneMap& map = {}) {
    return report_of(recording, places, options, map).embeddings.front();
}

}  // namespace epochscope::tests
