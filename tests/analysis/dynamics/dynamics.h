#pragma once

#include <epochscope/model/training_dynamics.h>

#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

namespace epochscope::tests {

/// What was not evaluated.
inline constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Samples of label 1 of two classes by their p_y, a row a sample and a column an evaluation:
/// right above one half.
inline TrainingDynamics two_class_dynamics(const std::vector<std::vector<double>>& rows) {
    TrainingDynamics dynamics;
    dynamics.classes = {{"no", "yes"}, {}};
    dynamics.labels.assign(rows.size(), 1);
    dynamics.s_labels.assign(rows.size(), 0);
    for (std::size_t i = 0; i < rows.size(); ++i) dynamics.ids.push_back(std::to_string(i));
    for (std::size_t e = 0; e < rows.front().size(); ++e) {
        Evaluation evaluation = Evaluation::of(static_cast<std::int64_t>(e), rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double p = rows[i][e];
            if (std::isnan(p)) continue;
            keep(evaluation, i, evaluate_probabilities(std::array{1 - p, p}, 1), 1);
        }
        dynamics.evaluations.push_back(std::move(evaluation));
    }
    return dynamics;
}

}  // namespace epochscope::tests
