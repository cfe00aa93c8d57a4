// What a team measures is what one process does, to the last bit.
#include "analysis/faithfulness/measured.h"
#include "support/catch.h"
#include "support/thread_team.h"

#include <epochscope/analysis/faithfulness.h>
#include <epochscope/analysis/motion.h>

#include <bit>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// Values by their bits: what is undefined is equal, too.
template <typename Values>
std::vector<std::uint64_t> bits_of(const Values& values) {
    std::vector<std::uint64_t> bits;
    for (const auto value : values) bits.push_back(std::bit_cast<std::uint64_t>(double{value}));
    return bits;
}

void check_same(const Faithfulness& a, const Faithfulness& b) {
    for (std::size_t m = 0; m < metric_count; ++m) {
        CAPTURE(name_of(static_cast<Metric>(m)));
        CHECK(a.figures[m].mean == b.figures[m].mean);
        CHECK(a.figures[m].per_epoch == b.figures[m].per_epoch);
        CHECK(a.figures[m].undefined == b.figures[m].undefined);
        CHECK(a.figures[m].reason == b.figures[m].reason);
    }
    CHECK(bits_of(a.preserved) == bits_of(b.preserved));
    CHECK(bits_of(a.kept_epochs) == bits_of(b.kept_epochs));
    CHECK(bits_of(a.kept_order) == bits_of(b.kept_order));
}

}  // namespace

TEST_CASE("metrics are the same whoever measures") {
    constexpr std::size_t samples = 1100;
    constexpr std::size_t epochs = 5;
    std::mt19937 random(3);
    const auto number = [&] { return static_cast<float>(random() % 4001) / 1000 - 2; };
    std::vector<std::vector<float>> features;
    Places places;
    std::vector<float> values(3 * samples);
    for (std::size_t e = 0; e < epochs; ++e) {
        for (float& value : values) value += number();
        features.push_back(values);
        auto& here = places.emplace_back();
        for (std::size_t i = 0; i < samples; ++i)
            here.push_back({values[3 * i] + number(), values[3 * i + 1] + number()});
    }
    const LinearMap map{{0, 0, 0}, {{{1, 0, 0}, {0, 1, 0}}}, {}};
    const Recording recording = recorded(3, features, {1, 0, 0, 0, 1, 0, 0, 0, 1}, {0, 0, 0});
    const auto measure = [&](const Team& team) {
        return measured(recording, places, {.threads = 1, .team = team},
                        plane_map_of(std::vector{map}));
    };
    const std::vector<std::size_t> all{0, 1, 2, 3, 4};
    const std::vector<std::span<const Point>> views(places.begin(), places.end());
    const auto move = [&](const Team& team) {
        return motion_of(recording, all, views, 15, 1, {}, team);
    };
    const Faithfulness alone = measure(Team());
    REQUIRE(alone[Metric::temp_pv].mean);
    const std::size_t size = GENERATE(std::size_t{2}, std::size_t{3}, std::size_t{7});
    CAPTURE(size);
    check_same(at_each_rank(size, measure).front(), alone);
    CHECK(at_each_rank(size, move).front() == move(Team()));
}
