#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/picked_samples.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace epochscope::tests {

inline constexpr std::size_t crowd_samples = 400;

/// Samples of three classes at two epochs, close together, so that they cover each other.
inline EpochSeries crowd(bool has_confidence = false) {
    std::vector<EpochColumns> epochs(2);
    std::vector<std::int32_t> labels;
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        for (std::size_t i = 0; i < crowd_samples; ++i) {
            epochs[e].positions.push_back(
                {static_cast<float>(i % 20 + e) * 0.3F - 3, static_cast<float>(i / 20) * 0.3F - 3});
            if (has_confidence) epochs[e].confidence.push_back(static_cast<float>(i % 7) / 6);
        }
    }
    for (std::size_t i = 0; i < crowd_samples; ++i)
        labels.push_back(static_cast<std::int32_t>(i % 3));
    return make_series({{"a", "b", "c"}, {}}, labels, std::move(epochs));
}

/// One of each `step` samples; null for 0.
inline std::shared_ptr<const PickedSamples> every(std::size_t step) {
    if (step == 0) return nullptr;
    std::vector<std::size_t> some;
    for (std::size_t i = 0; i < crowd_samples; i += step) some.push_back(i);
    return std::make_shared<const PickedSamples>(crowd_samples, some);
}

}  // namespace epochscope::tests
