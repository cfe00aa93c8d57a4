#include "projection/pair_loss.h"

#include <bit>
#include <cstdint>

namespace epochscope {

namespace {

/// Added to squared distances, lest places that are one pushed each other away without measure.
constexpr float least_square = 1e-4F;
constexpr float log_of_two = 0.693147181F;

// Logarithms and powers without branches, which the compiler makes vectors of: they are the same
// on all machines, and right to a few units of the last place.

/// Of a number above 0 that is not denormal.
inline float log2_of(float x) {
    const auto bits = std::bit_cast<std::int32_t>(x);
    // So that the mantissa is within 0.71..1.41.
    const std::int32_t exponent = (bits - 0x3F3504F3) >> 23;
    const auto mantissa = std::bit_cast<float>(bits - (exponent << 23));
    const float t = (mantissa - 1) / (mantissa + 1);
    const float s = t * t;
    const float series = 1 + s * (1 / 3.0F + s * (1 / 5.0F + s * (1 / 7.0F + s * (1 / 9.0F))));
    return static_cast<float>(exponent) + 2 / log_of_two * t * series;
}

/// Within -126..127.
inline float exp2_of(float x) {
    const float clamped = x < -126 ? -126 : (x > 127 ? 127 : x);
    const auto whole = static_cast<std::int32_t>(clamped + 256.5F) - 256;
    const float f = (clamped - static_cast<float>(whole)) * log_of_two;
    const float series =
        1 + f * (1 + f / 2 * (1 + f / 3 * (1 + f / 4 * (1 + f / 5 * (1 + f / 6)))));
    return std::bit_cast<float>((whole + 127) << 23) * series;
}

/// Pairs one after another: of the places from `a` and from `b` on.
struct Run {
    std::size_t a;
    std::size_t b;
    std::size_t count;
};

struct Places {
    const float* x;
    const float* y;
    float* x_slopes;
    float* y_slopes;
    float* losses;
    float factor;
};

/// Adds the losses of pairs and how they rise with each place.
template <bool Together>
void add(const PairCurve& curve, const Places& at, const Run& run) {
    const float one = curve.softened ? 2 : 1;
    for (std::size_t i = 0; i < run.count; ++i) {
        const float dx = at.x[run.a + i] - at.x[run.b + i];
        const float dy = at.y[run.a + i] - at.y[run.b + i];
        const float square = dx * dx + dy * dy + least_square;
        const float u = curve.a * exp2_of(curve.b * log2_of(square));
        const float all = one + u;
        const float far = all - 1;
        // What is no number would be taken for one.
        const float odd = square * 0;
        float slope = curve.b / (square * all) * at.factor * 2;
        if constexpr (Together) {
            slope *= u;
            at.losses[i] += log2_of(all) + odd;
        } else {
            slope *= -u / far;
            at.losses[i] += log2_of(all) - log2_of(far) + odd;
        }
        at.x_slopes[run.a + i] += slope * dx;
        at.y_slopes[run.a + i] += slope * dy;
        at.x_slopes[run.b + i] -= slope * dx;
        at.y_slopes[run.b + i] -= slope * dy;
    }
}

}  // namespace

double PairLoss::find(std::span<const float> x, std::span<const float> y,
                      std::span<const std::size_t> shifts, std::span<float> x_slopes,
                      std::span<float> y_slopes) {
    const std::size_t edges = x.size() / 2;
    const float factor = 1 / static_cast<float>(edges * (1 + shifts.size()));
    losses_.assign(edges, 0);
    for (std::size_t i = 0; i < x.size(); ++i) x_slopes[i] = y_slopes[i] = 0;
    const Places places{x.data(),        y.data(),       x_slopes.data(),
                        y_slopes.data(), losses_.data(), factor};
    add<true>(curve_, places, {0, edges, edges});
    for (const std::size_t shift : shifts) {
        add<false>(curve_, places, {0, edges + shift, edges - shift});
        add<false>(curve_, places, {edges - shift, edges, shift});
    }
    double sum = 0;
    for (const float loss : losses_) sum += static_cast<double>(loss);
    return sum * static_cast<double>(log_of_two) * static_cast<double>(factor);
}

}  // namespace epochscope
