#include <epochscope/analysis/control_pictures.h>
#include <epochscope/compute/random.h>

#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

namespace epochscope {

namespace {

Point drawn(RandomGenerator& draw) {
    const auto x = static_cast<float>(draw.normal());
    return {x, static_cast<float>(draw.normal())};
}

}  // namespace

std::vector<std::vector<Point>> random_positions(std::size_t samples, std::size_t epochs,
                                                 std::uint64_t seed) {
    RandomGenerator draw(seed);
    std::vector<std::vector<Point>> places(epochs, std::vector<Point>(samples));
    for (auto& epoch : places)
        for (Point& place : epoch) place = drawn(draw);
    return places;
}

std::vector<std::vector<Point>> random_walk(std::size_t samples, std::span<const double> steps,
                                            std::uint64_t seed) {
    RandomGenerator draw(seed);
    std::vector<std::vector<Point>> places(1, std::vector<Point>(samples));
    for (Point& place : places.front()) place = drawn(draw);
    for (const double step : steps) {
        std::vector<Point> next = places.back();
        for (Point& place : next) {
            const double direction = 2 * std::numbers::pi * draw.uniform();
            place.x += static_cast<float>(step * std::cos(direction));
            place.y += static_cast<float>(step * std::sin(direction));
        }
        places.push_back(std::move(next));
    }
    return places;
}

std::vector<std::size_t> shuffled_epochs(std::size_t count, std::uint64_t seed) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    RandomGenerator draw(seed);
    for (std::size_t i = count; i-- > 1;) std::swap(order[i], order[draw.below(i)]);
    return order;
}

}  // namespace epochscope
