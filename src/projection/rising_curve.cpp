#include "projection/rising_curve.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

namespace epochscope {

namespace {

/// Neighbouring knots that have their mean height.
struct Pool {
    double sum = 0;
    std::size_t count = 0;

    [[nodiscard]] double mean() const { return sum / static_cast<double>(count); }
};

}  // namespace

RisingCurve::RisingCurve(std::vector<Knot> points) : knots_(std::move(points)) {
    knots_.push_back({});
    std::ranges::sort(knots_, {}, [](const Knot& knot) { return std::tuple(knot.x, knot.y); });
    std::vector<Pool> pools;
    for (const Knot& knot : knots_) {
        Pool pool{knot.y, 1};
        for (; !pools.empty() && pools.back().mean() > pool.mean(); pools.pop_back()) {
            pool.sum += pools.back().sum;
            pool.count += pools.back().count;
        }
        pools.push_back(pool);
    }
    auto knot = knots_.begin();
    for (const Pool& pool : pools)
        for (std::size_t k = 0; k < pool.count; ++k) (knot++)->y = pool.mean();
}

double RisingCurve::at(double x) const {
    const auto after = std::ranges::upper_bound(knots_, x, {}, &Knot::x);
    const Knot& from = *(after - 1);
    if (after == knots_.end()) return from.y + x - from.x;
    return from.y + (after->y - from.y) * (x - from.x) / (after->x - from.x);
}

}  // namespace epochscope
