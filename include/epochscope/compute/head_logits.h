#pragma once

#include <epochscope/model/learned_map.h>
#include <epochscope/model/recording.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace epochscope {

/// The logits of a head at a place in feature space, in double precision. O(C D).
template <typename Number>
void logits_at(const LinearHead& head, std::span<const Number> place, std::span<double> logits) {
    for (std::size_t c = 0; c < logits.size(); ++c) {
        const auto weights = head.weight.row(c);
        double sum = head.bias[c];
        for (std::size_t d = 0; d < place.size(); ++d)
            sum += static_cast<double>(weights[d]) * static_cast<double>(place[d]);
        logits[c] = sum;
    }
}

inline LinearHead view_of(const DenseLayer& layer) {
    return {.weight = {layer.weight, layer.inputs}, .bias = layer.bias};
}

/// The class of the greatest; of equal ones the first.
inline std::int32_t greatest_of(std::span<const double> logits) {
    return static_cast<std::int32_t>(std::max_element(logits.begin(), logits.end()) -
                                     logits.begin());
}

}  // namespace epochscope
