// What metrics are of hardly anything, and of what they must not depend on.
#include "analysis/faithfulness/measured.h"
#include "support/catch.h"

#include <epochscope/analysis/motion.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <span>
#include <stop_token>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// Samples that drift through three features, and an embedding of two of them with some noise.
struct Drift {
    std::size_t samples;
    std::vector<std::vector<float>> embeddings;
    Places places;

    explicit Drift(std::size_t count, std::size_t epochs = 5) : samples(count) {
        std::mt19937 random(3);
        const auto number = [&] { return static_cast<float>(random() % 4001) / 1000 - 2; };
        std::vector<float> values(3 * samples);
        for (std::size_t e = 0; e < epochs; ++e) {
            for (float& value : values) value += number();
            embeddings.push_back(values);
            auto& places_now = places.emplace_back();
            for (std::size_t i = 0; i < samples; ++i)
                places_now.push_back({values[3 * i] + number(), values[3 * i + 1] + number()});
        }
    }
    [[nodiscard]] Faithfulness found(const FaithfulnessOptions& options = {}) const {
        return measured(recorded(3, embeddings, {1, 0, 0, 0, 1, 0, 0, 0, 1}, {0, 0, 0}), places,
                        options, plane_map_of(std::vector{map}));
    }

    LinearMap map{{0, 0, 0}, {{{1, 0, 0}, {0, 1, 0}}}, {}};
};

void check_alike(const Faithfulness& a, const Faithfulness& b) {
    for (std::size_t m = 0; m < metric_count; ++m) {
        CAPTURE(name_of(static_cast<Metric>(m)));
        REQUIRE(a.figures[m].per_epoch.size() == b.figures[m].per_epoch.size());
        REQUIRE(a.figures[m].mean.has_value() == b.figures[m].mean.has_value());
        if (a.figures[m].mean) CHECK(*a.figures[m].mean == Approx(*b.figures[m].mean).margin(1e-9));
        for (std::size_t e = 0; e < a.figures[m].per_epoch.size(); ++e) {
            const auto& one = a.figures[m].per_epoch[e];
            const auto& other = b.figures[m].per_epoch[e];
            REQUIRE(one.has_value() == other.has_value());
            if (one) CHECK(*one == Approx(*other).margin(1e-9));
        }
    }
}

bool same(const MetricSummary& a, const MetricSummary& b) {
    return a.mean == b.mean && a.early == b.early && a.middle == b.middle && a.late == b.late &&
           a.per_epoch == b.per_epoch && a.undefined == b.undefined && a.reason == b.reason;
}

}  // namespace

TEST_CASE("a constant embedding is worth what chance is, or nothing", "[faithfulness]") {
    Drift drift(100);
    for (auto& epoch : drift.places) epoch.assign(epoch.size(), Point{3, 4});
    const Faithfulness found = drift.found({.neighbours = 10, .near_epochs = 1});
    CHECK(found[Metric::nn_pv].mean.value() == Approx(10.0 / 99));
    CHECK(found[Metric::temp_l].mean.value() == Approx(1.0 / 4));
    CHECK(found[Metric::cross_nn].mean.value() == Approx(10.0 / 100));
    // Any of the others is shown with a weight of 10 / 99: those of rank r > 10 are r - 10 too far.
    // And each of the 10 nearest is lost with a weight of 89 / 99, to a mean rank of 50 beyond k.
    const double intrusions = 10.0 / 99 * (89 * 90 / 2.0);
    const double max = 10 * (200 - 30 - 1) / 2.0;
    CHECK(found[Metric::trustworthiness].mean.value() == Approx(1 - intrusions / max));
    CHECK(found[Metric::continuity].mean.value() == Approx(1 - 10 * (89.0 / 99) * 45 / max));
    for (const Metric metric : {Metric::temp_pv, Metric::temp_g_tau, Metric::temp_g_rho,
                                Metric::step_agreement, Metric::travel, Metric::spread}) {
        CHECK_FALSE(found[metric].mean);
        CHECK(found[metric].undefined == 1);
        CHECK_FALSE(found[metric].reason.empty());
    }
}

TEST_CASE("one sample or two have no neighbours to keep", "[faithfulness]") {
    for (const std::size_t samples : {1U, 2U}) {
        const Drift drift(samples);
        const Faithfulness found = drift.found();
        for (const Metric metric : {Metric::nn_pv, Metric::trustworthiness, Metric::continuity}) {
            CHECK_FALSE(found[metric].mean);
            CHECK(found[metric].reason == "neighbours need at least three samples");
        }
        CHECK(std::all_of(found.preserved.begin(), found.preserved.end(),
                          [](float fraction) { return std::isnan(fraction); }));
        CHECK_FALSE(found[Metric::temp_pv].mean);
        CHECK_FALSE(found[Metric::boundary_pv].mean);
        // A path is a path.
        CHECK(found[Metric::temp_l].mean);
        CHECK(found[Metric::temp_g_tau].mean);
        CHECK(found[Metric::step_agreement].mean.has_value() == (samples == 2));
    }
}

TEST_CASE("no more than half of the others are neighbours", "[faithfulness]") {
    const Drift drift(9);
    const auto report = report_of(recorded(3, drift.embeddings), drift.places);
    CHECK(report.neighbours == 4);
    CHECK(report.near_epochs == 2);
    CHECK(report.warnings ==
          std::vector<std::string>{
              "neighbours are 4 instead of 15: no more than half of the others say anything",
              "near epochs are 2 instead of 5: no more than half of the others say anything"});
    const auto few =
        report_of(recorded(3, drift.embeddings), drift.places, {.neighbours = 4, .near_epochs = 2});
    CHECK(few.warnings.empty());
    CHECK(same(few.embeddings[0][Metric::nn_pv], report.embeddings[0][Metric::nn_pv]));
}

TEST_CASE("two epochs have one step and no more", "[faithfulness]") {
    const Faithfulness found = Drift(20, 2).found();
    CHECK(found[Metric::step_agreement].mean);
    CHECK_FALSE(found[Metric::step_agreement].per_epoch[0]);
    for (const Metric metric : {Metric::temp_l, Metric::temp_g_tau, Metric::temp_g_rho})
        CHECK(found[metric].reason == "it needs at least three epochs");
    CHECK_FALSE(found[Metric::temp_pv].mean);
}

TEST_CASE("which of some duplicates are near is left to chance", "[faithfulness]") {
    std::vector<float> values;
    for (int i = 0; i < 40; ++i) {
        values.push_back(static_cast<float>(i % 8));
        values.push_back(static_cast<float>(i % 4));
    }
    const Faithfulness found =
        measured(recorded(2, {values}), {places_of(values)}, {.neighbours = 3});
    // Each has four duplicates, of which three are its neighbours: any has a chance of 3 / 4 in
    // each space, and is one rank too far if it is shown and is not.
    CHECK(found[Metric::nn_pv].mean.value() == Approx(4 * 9.0 / 16 / 3));
    const double worst = 3 * (2 * 40 - 3 * 3 - 1) / 2.0;
    for (const Metric metric : {Metric::trustworthiness, Metric::continuity})
        CHECK(found[metric].mean.value() == Approx(1 - 4 * 3.0 / 16 / worst));
}

TEST_CASE("collapsed pictures score chance, whatever the features do", "[faithfulness]") {
    Drift drift(30);
    // Features that are all alike at the first epoch do not help, nor does a way that the one place
    // takes.
    drift.embeddings[0].assign(drift.embeddings[0].size(), 1);
    float x = 0;
    for (auto& epoch : drift.places) epoch.assign(epoch.size(), Point{x += 1, 0});
    const Faithfulness found = drift.found({.neighbours = 5, .near_epochs = 2});
    for (const auto& value : found[Metric::nn_pv].per_epoch)
        CHECK(value.value() == Approx(5.0 / 29));
    for (const auto& value : found[Metric::temp_l].per_epoch)
        CHECK(value.value() == Approx(2.0 / 4));
    CHECK_FALSE(found[Metric::temp_g_tau].mean);
    CHECK_FALSE(found[Metric::step_agreement].mean);
}

TEST_CASE("ties count as an independent computation has them", "[faithfulness]") {
    // Few values, so that many samples coincide, and some stand still.
    std::mt19937 random(4);
    constexpr std::size_t count = 30;
    constexpr std::size_t epoch_count = 6;
    constexpr std::size_t k = 4;
    constexpr std::size_t near_epochs = 2;
    std::vector<std::vector<float>> features(epoch_count);
    std::vector<std::vector<float>> shown(epoch_count);
    for (std::size_t e = 0; e < epoch_count; ++e)
        for (std::size_t v = 0; v < 2 * count; ++v) {
            const bool stands = e > 0 && v < 20;
            features[e].push_back(stands ? features[0][v] : static_cast<float>(random() % 3));
            shown[e].push_back(stands && v < 10 ? shown[0][v] : static_cast<float>(random() % 3));
        }
    Places places;
    for (const auto& values : shown) places.push_back(places_of(values));
    const Faithfulness found =
        measured(recorded(2, features), places, {.neighbours = k, .near_epochs = near_epochs});
    const auto square = [](const std::vector<float>& a, std::size_t i, const std::vector<float>& b,
                           std::size_t j) {
        return std::pow(a[2 * i] - b[2 * j], 2) + std::pow(a[2 * i + 1] - b[2 * j + 1], 2);
    };
    // The chance to be among the nearest, by how many are nearer and how many as far.
    const auto chances = [](const std::vector<double>& distances, std::size_t nearest) {
        std::vector<double> chance;
        for (const double own : distances) {
            const auto nearer = std::ranges::count_if(distances, [&](double d) { return d < own; });
            const auto alike = std::ranges::count(distances, own);
            chance.push_back(
                std::clamp((static_cast<double>(nearest) - static_cast<double>(nearer)) /
                               static_cast<double>(alike),
                           0.0, 1.0));
        }
        return chance;
    };
    double kept = 0;
    double kept_epochs = 0;
    for (std::size_t e = 0; e < epoch_count; ++e)
        for (std::size_t i = 0; i < count; ++i) {
            std::vector<double> high;
            std::vector<double> low;
            for (std::size_t j = 0; j < count; ++j) {
                if (j == i) continue;
                high.push_back(square(features[e], i, features[e], j));
                low.push_back(square(shown[e], i, shown[e], j));
            }
            const auto truly = chances(high, k);
            const auto seen = chances(low, k);
            kept += std::inner_product(truly.begin(), truly.end(), seen.begin(), 0.0) / k;
            high.clear();
            low.clear();
            for (std::size_t s = 0; s < epoch_count; ++s) {
                if (s == e) continue;
                high.push_back(square(features[e], i, features[s], i));
                low.push_back(square(shown[e], i, shown[s], i));
            }
            const auto then = chances(high, near_epochs);
            const auto there = chances(low, near_epochs);
            kept_epochs +=
                std::inner_product(then.begin(), then.end(), there.begin(), 0.0) / near_epochs;
        }
    CHECK(found[Metric::nn_pv].mean.value() == Approx(kept / (count * epoch_count)));
    CHECK(found[Metric::temp_l].mean.value() == Approx(kept_epochs / (count * epoch_count)));
}

TEST_CASE("features that never differ make nothing of an embedding", "[faithfulness]") {
    Drift drift(30);
    for (auto& epoch : drift.embeddings) epoch.assign(epoch.size(), 1);
    const Faithfulness found = drift.found({.neighbours = 5, .near_epochs = 1});
    CHECK(found[Metric::nn_pv].mean.value() == Approx(5.0 / 29));
    CHECK(found[Metric::temp_l].mean.value() == Approx(0.25));
    CHECK_FALSE(found[Metric::step_agreement].mean);
    CHECK_FALSE(found[Metric::temp_pv].mean);
    CHECK_FALSE(found[Metric::travel].mean);
    CHECK_FALSE(found[Metric::boundary_pv].mean);
    CHECK(found[Metric::rec_pv].mean);
}

TEST_CASE("the order of samples does not matter", "[faithfulness]") {
    Drift drift(61);
    // Some share a place, so that ties are there too.
    for (auto& epoch : drift.places)
        for (std::size_t i = 0; i < 61; i += 3) epoch[i] = epoch[0];
    const Faithfulness before = drift.found({.neighbours = 7});
    std::vector<std::size_t> order(61);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937(4));
    const Drift old = drift;
    for (std::size_t e = 0; e < drift.places.size(); ++e)
        for (std::size_t i = 0; i < 61; ++i) {
            drift.places[e][i] = old.places[e][order[i]];
            for (std::size_t d = 0; d < 3; ++d)
                drift.embeddings[e][3 * i + d] = old.embeddings[e][3 * order[i] + d];
        }
    Faithfulness after = drift.found({.neighbours = 7});
    // Which boundary points are drawn does depend on it.
    constexpr auto drawn = static_cast<std::size_t>(Metric::boundary_pv);
    after.figures[drawn] = before.figures[drawn];
    check_alike(before, after);
}

TEST_CASE("turning, moving and growing the embedding changes nothing but its map",
          "[faithfulness]") {
    Drift drift(61);
    const Faithfulness before = drift.found();
    const auto change = [&](auto&& place) {
        for (auto& epoch : drift.places)
            for (Point& point : epoch) point = place(point);
        std::swap(drift.map.axes[0], drift.map.axes[1]);
        return drift.found();
    };
    // By a quarter and by powers of two, which no rounding comes between.
    const Faithfulness turned = change([](Point p) { return Point{p.y, p.x}; });
    check_alike(before, turned);
    Faithfulness grown = change([](Point p) { return Point{-4 * p.y, 4 * p.x}; });
    // A map that does not fit the places any more says something else.
    for (const Metric metric : {Metric::boundary_pv, Metric::rec_pv})
        grown.figures[static_cast<std::size_t>(metric)] =
            before.figures[static_cast<std::size_t>(metric)];
    check_alike(before, grown);
}

TEST_CASE("the number of threads does not matter", "[faithfulness]") {
    const Drift drift(150);
    const Faithfulness one = drift.found({.seed = 5, .threads = 1});
    const Faithfulness more = drift.found({.seed = 5, .threads = 2});
    for (std::size_t m = 0; m < metric_count; ++m) CHECK(same(one.figures[m], more.figures[m]));
    CHECK(one.preserved == more.preserved);
    const Faithfulness other = drift.found({.seed = 6, .threads = 1});
    CHECK_FALSE(same(one[Metric::boundary_pv], other[Metric::boundary_pv]));
    // Of more samples and epochs than are compared, some are drawn.
    const Drift large(600, 9);
    const MetricSummary few = large.found({.seed = 5, .threads = 1})[Metric::cross_nn];
    CHECK(same(few, large.found({.seed = 5, .threads = 2})[Metric::cross_nn]));
    const MetricSummary others = large.found({.seed = 6, .threads = 1})[Metric::cross_nn];
    CHECK_FALSE(same(few, others));
    CHECK(*few.mean == Approx(*others.mean).margin(0.02));
}

TEST_CASE("embeddings that do not fit are refused", "[faithfulness]") {
    const Drift drift(20, 3);
    const Recording recording = recorded(3, drift.embeddings);
    const auto fault = [&](const Places& places, const std::vector<LinearMap>& maps = {}) {
        try {
            report_of(recording, places, {}, plane_map_of(maps));
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string("none");
    };
    Places places = drift.places;
    places[1][7].y = std::numeric_limits<float>::quiet_NaN();
    CHECK_THAT(fault(places), contains("epoch \"2\": place 7 is ("));
    places[1].resize(7);
    CHECK(fault(places) == "epoch \"2\": the embedding has 7 places, the recording 20 samples");
    CHECK(fault({}) == "epochs: there are none to measure");
    CHECK_THAT(fault(Places(4, drift.places[0])), contains("index 3 is out of range"));
    CHECK_THAT(fault(drift.places, std::vector(2, drift.map)),
               contains("has 2 maps, expected one, or 3"));
    const LinearMap small{{0, 0}, {{{1, 0}, {0, 1}}}, {}};
    CHECK_THAT(fault(drift.places, {small}),
               contains("map: is of 2 dimensions, the recording of 3"));
    auto embeddings = drift.embeddings;
    embeddings[2][4] = std::numeric_limits<float>::infinity();
    CHECK_THROWS_WITH(report_of(recorded(3, embeddings), drift.places),
                      contains("epoch \"3\": embeddings[1] holds inf"));
}

TEST_CASE("measuring tells how far it is and stops when asked", "[faithfulness]") {
    const Drift drift(20, 3);
    const Recording recording = recorded(3, drift.embeddings);
    const std::vector<std::size_t> epochs{0, 1, 2};
    const std::vector<Embedding> embeddings{{{drift.places.begin(), drift.places.end()}, {}}};
    double last = 0;
    bool rises = true;
    const auto progress = [&](double fraction) {
        rises = rises && fraction >= last;
        last = fraction;
    };
    measure_faithfulness(recording, epochs, embeddings, {}, {.progress = progress, .stop = {}});
    CHECK(rises);
    CHECK(last == 1);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(measure_faithfulness(recording, epochs, embeddings, {},
                                         {.progress = {}, .stop = stop.get_token()}),
                    Cancelled);
}

TEST_CASE("epochs are matched by their numbers", "[faithfulness]") {
    const Recording recording = recorded(1, {{0, 1}, {2, 3}, {4, 5}, {6, 7}});
    const auto series_of = [](std::vector<std::int64_t> numbers, std::size_t samples) {
        std::vector<EpochColumns> epochs;
        for (const std::int64_t number : numbers) {
            EpochColumns& epoch = epochs.emplace_back();
            epoch.number = number;
            epoch.positions.resize(samples);
        }
        return make_series(Classes{{"a"}, {}}, std::vector<std::int32_t>(samples), epochs);
    };
    CHECK(epochs_of(recording, series_of({4, 2}, 2)) == std::vector<std::size_t>{1, 3});
    CHECK_THROWS_WITH(epochs_of(recording, series_of({2, 9}, 2)),
                      "epoch \"9\": is in the folder, but not in the recording");
    CHECK_THROWS_WITH(epochs_of(recording, series_of({2}, 3)),
                      "samples: the folder has 3, the recording 2");
}

TEST_CASE("frozen and false movers are told from those that move as they are shown",
          "[faithfulness]") {
    // Samples drift in two of six dimensions, which the plane shows with some noise.
    std::mt19937 random(8);
    std::normal_distribution<float> normal;
    constexpr std::size_t count = 120;
    constexpr std::size_t epoch_count = 5;
    constexpr std::size_t planted = 6;
    std::vector<std::vector<float>> features(1);
    Places places(1);
    for (std::size_t i = 0; i < count; ++i) {
        for (int d = 0; d < 6; ++d) features[0].push_back(normal(random));
        places[0].push_back({features[0][6 * i], features[0][6 * i + 1]});
    }
    for (std::size_t e = 1; e < epoch_count; ++e) {
        features.push_back(features.back());
        places.push_back(places.back());
        for (std::size_t i = 0; i < count; ++i) {
            const Point move{0.3F + 0.1F * normal(random), 0.2F + 0.1F * normal(random)};
            features[e][6 * i] += move.x;
            features[e][6 * i + 1] += move.y;
            features[e][6 * i + 2] += 0.05F * normal(random);
            places[e][i].x += move.x + 0.05F * normal(random);
            places[e][i].y += move.y + 0.05F * normal(random);
        }
        // The first of them stay in the plane, the next in feature space.
        for (std::size_t i = 0; i < planted; ++i) {
            const std::size_t frozen = (e - 1) * 2 * planted + i;
            places[e][frozen] = places[e - 1][frozen];
            const std::size_t mover = frozen + planted;
            std::copy_n(&features[e - 1][6 * mover], 6, &features[e][6 * mover]);
        }
    }
    const std::vector<std::size_t> epochs{0, 1, 2, 3, 4};
    const std::vector<std::span<const Point>> views(places.begin(), places.end());
    const auto motion = motion_of(recorded(6, features), epochs, views);
    REQUIRE(motion.size() == epoch_count - 1);
    // Pairs of a planted sample and another that are in the right order.
    double right = 0;
    double pairs = 0;
    for (std::size_t step = 0; step < motion.size(); ++step) {
        const std::size_t first = step * 2 * planted;
        for (std::size_t i = first; i < first + 2 * planted; ++i) {
            const float sign = i < first + planted ? -1 : 1;
            CHECK(sign * motion[step][i] > moved_wrongly);
            for (std::size_t j = 0; j < count; ++j) {
                if (j >= first && j < first + 2 * planted) continue;
                ++pairs;
                right += sign * motion[step][i] > sign * motion[step][j] ? 1 : 0;
            }
        }
    }
    CHECK(right / pairs > 0.95);
    CHECK(motion_of(recorded(6, features), epochs, views, 15, 2) == motion);
    // Nothing moves, and nobody has neighbours.
    const std::vector<std::span<const Point>> still(epoch_count, places[0]);
    const auto none = motion_of(recorded(6, features), epochs, still);
    for (const float value : none.front()) CHECK(value == 0);
    CHECK(
        motion_of(recorded(1, {{1, 2}, {3, 4}}), std::vector<std::size_t>{0, 1},
                  std::vector<std::span<const Point>>{{places[0].data(), 2}, {places[1].data(), 2}})
            .empty());
}
