#pragma once

#include <epochscope/model/error.h>
#include <epochscope/model/head.h>

#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace epochscope::tests {

/// Of two classes over the plane: the first inside a circle about 0, with the logit
/// radius^2 - |x|^2, the second outside, with the logit 0. What is beyond `limit` from 0 along x is
/// no number.
class CircleHead : public ClassifierHead {
  public:
    explicit CircleHead(float radius, float limit = 1e9F) : radius_(radius), limit_(limit) {}

    [[nodiscard]] std::size_t dimension() const override { return 2; }
    [[nodiscard]] std::size_t class_count() const override { return 2; }
    void write_logits(std::span<const float> rows, std::span<float> logits) const override {
        for (std::size_t i = 0; i < rows.size(); i += 2) {
            logits[i] = radius_ * radius_ - rows[i] * rows[i] - rows[i + 1] * rows[i + 1];
            if (rows[i] > limit_) logits[i] = std::numeric_limits<float>::quiet_NaN();
            logits[i + 1] = 0;
        }
    }
    void write_gradients(std::span<const float> rows, std::span<const float> weights,
                         std::span<float> gradients) const override {
        for (std::size_t i = 0; i < rows.size(); ++i)
            gradients[i] = -2 * rows[i] * weights[i - i % 2];
    }

  private:
    float radius_;
    float limit_;
};

inline Head circle(float radius, float limit = 1e9F) {
    return Head(std::make_shared<CircleHead>(radius, limit));
}

/// What cannot be asked anything.
class FailingHead : public ClassifierHead {
  public:
    [[nodiscard]] std::size_t dimension() const override { return 2; }
    [[nodiscard]] std::size_t class_count() const override { return 2; }
    void write_logits(std::span<const float>, std::span<float>) const override {
        throw Error("head.pt", "fails");
    }
    void write_gradients(std::span<const float>, std::span<const float>,
                         std::span<float>) const override {
        throw Error("head.pt", "fails");
    }
};

}  // namespace epochscope::tests
