#pragma once

#include <epochscope/model/recording.h>

#include <optional>
#include <vector>

namespace epochscope {

/// outputs = weight inputs + bias.
struct LinearFit {
    /// A row for each output.
    std::vector<float> weight;
    std::vector<float> bias;

    [[nodiscard]] LinearHead view() const {
        return {.weight = {weight, bias.empty() ? 0 : weight.size() / bias.size()}, .bias = bias};
    }
};

/// The linear map with the least squared error; of several the one with the smallest weights.
/// Directions in which inputs vary less than 3e-7 of their widest are rounding errors and get no
/// weight. Nothing if a weight exceeds float32. With n the lesser of rows and inputs: O(N D n) and
/// n (n + C) doubles a few times. The result does not depend on the number of threads.
std::optional<LinearFit> least_squares(const Table& inputs, const Table& outputs, int threads);

/// See FittedHead::residual.
double residual_of(const LinearHead& head, const Table& inputs, const Table& outputs, int threads);

}  // namespace epochscope
