#pragma once

#include <epochscope/query/sample_columns.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace epochscope::tests {

/// Six samples of the classes cat, dog and "it's" at the epochs 1, 2 and 5; the last is absent at
/// epoch 5.
inline std::shared_ptr<const SampleColumns> six_samples(std::vector<Column> metadata) {
    const std::vector<std::vector<std::int32_t>> predictions{
        {1, 1, 0, 2, 0, 1}, {0, 1, 1, 2, 0, 1}, {0, 1, 0, 2, 1, -1}};
    const std::vector<std::int64_t> numbers{1, 2, 5};
    std::vector<EpochColumns> epochs(3);
    for (std::size_t e = 0; e < 3; ++e) {
        epochs[e].number = numbers[e];
        for (std::size_t i = 0; i < 6; ++i) {
            const auto x = static_cast<float>(e);
            epochs[e].positions.push_back({x, static_cast<float>(i)});
            epochs[e].confidence.push_back(0.5F + 0.0625F * static_cast<float>(i + e));
        }
        epochs[e].predictions = predictions[e];
    }
    Dataset dataset{.series = make_series({.names = {"cat", "dog", "it's"}, .colours = {}},
                                          {0, 1, 1, 2, 0, 1}, std::move(epochs)),
                    .backgrounds = nullptr,
                    .name = "six",
                    .path = {},
                    .format = {},
                    .warnings = {}};
    dataset.metadata = std::make_shared<const Metadata>(Metadata{std::move(metadata)});
    return std::make_shared<const SampleColumns>(
        std::make_shared<const Dataset>(std::move(dataset)));
}

}  // namespace epochscope::tests
