#pragma once

#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::tests {

/// A recording of one class from embeddings in vectors: an epoch after another, numbered from 1.
struct Run : EpochMemory {
    std::vector<std::int32_t> labels;
    std::vector<std::vector<float>> embeddings;
    std::vector<std::vector<float>> logits;
};

inline Recording recording_of(std::vector<std::vector<float>> embeddings, std::size_t dimension,
                              std::vector<std::vector<float>> logits = {}) {
    const auto run = std::make_shared<Run>();
    run->labels.resize(embeddings.front().size() / dimension);
    run->embeddings = std::move(embeddings);
    run->logits = std::move(logits);
    const std::size_t classes =
        run->logits.empty() ? 1 : run->logits.front().size() / run->labels.size();
    std::vector<RecordedEpoch> epochs;
    for (std::size_t e = 0; e < run->embeddings.size(); ++e) {
        epochs.push_back({.number = static_cast<std::int64_t>(e) + 1,
                          .embeddings = {run->embeddings[e], dimension},
                          .logits = {},
                          .head = {},
                          .losses = {}});
        if (!run->logits.empty()) epochs.back().logits = {run->logits[e], classes};
    }
    return {Classes{std::vector<std::string>(classes, "class"), {}}, run->labels, std::move(epochs),
            run};
}

}  // namespace epochscope::tests
