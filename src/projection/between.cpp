#include "projection/between.h"

#include <cstddef>
#include <utility>

namespace epochscope {

namespace {

double mix(double a, double b, double t) { return a * (1 - t) + b * t; }

}  // namespace

std::vector<LogitPlane> between(std::vector<LogitPlane> a, const std::vector<LogitPlane>& b,
                                double t) {
    for (std::size_t c = 0; c < a.size(); ++c)
        a[c] = {mix(a[c].at_origin, b[c].at_origin, t), mix(a[c].per_x, b[c].per_x, t),
                mix(a[c].per_y, b[c].per_y, t)};
    return a;
}

DenseLayer between(DenseLayer a, const DenseLayer& b, double t) {
    a.weight = between(std::move(a.weight), b.weight, t);
    a.bias = between(std::move(a.bias), b.bias, t);
    return a;
}

std::vector<float> between(std::vector<float> a, const std::vector<float>& b, double t) {
    mix_into(std::span(a), b, t);
    return a;
}

void mix_into(std::span<float> a, std::span<const float> b, double t) {
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] = static_cast<float>(mix(static_cast<double>(a[i]), static_cast<double>(b[i]), t));
}

}  // namespace epochscope
