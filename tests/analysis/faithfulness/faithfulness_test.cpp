// Every metric, of arrays so small that it is worked out by hand.
#include "analysis/faithfulness/measured.h"
#include "support/catch.h"

#include <cmath>
#include <optional>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

using Values = std::vector<std::optional<double>>;

void check_values_of(const MetricSummary& figure, const Values& expected) {
    REQUIRE(figure.per_epoch.size() == expected.size());
    for (std::size_t e = 0; e < expected.size(); ++e) {
        CAPTURE(e);
        REQUIRE(figure.per_epoch[e].has_value() == expected[e].has_value());
        if (expected[e]) CHECK(*figure.per_epoch[e] == Approx(*expected[e]).margin(1e-12));
    }
}

const std::vector<float> truly{0, 1, 3, 7, 12};
const std::vector<float> shown{0, 1, 12, 7, 3};

}  // namespace

TEST_CASE("neighbours in the plane are held against those in feature space", "[faithfulness]") {
    // Nearest in truth: 1, 0, 1, 2, 3; in the plane: 1, 0, 3, 4, 1.
    const Recording recording = recorded(1, {truly});
    const Faithfulness found = measured(recording, {on_a_line(shown)}, {.neighbours = 1});
    check_values_of(found[Metric::nn_pv], {0.4});
    CHECK(found.preserved == std::vector<float>{1, 1, 0, 0, 0});
    // Samples 2, 3 and 4 show one that is 3rd, 2nd and 3rd nearest in truth: 2 + 1 + 2 ranks too
    // many; so do they lose one. 1 - 2 / (5 x 1 x (10 - 3 - 1)) x 5.
    check_values_of(found[Metric::trustworthiness], {1 - 5.0 / 15});
    check_values_of(found[Metric::continuity], {1 - 5.0 / 15});
    CHECK(found[Metric::nn_pv].undefined == 0);
    // Nothing of time can be said of one epoch.
    CHECK_FALSE(found[Metric::nn_pv].early);
    CHECK(found[Metric::nn_pv].reason == "thirds need at least three epochs");
    for (const Metric metric :
         {Metric::temp_pv, Metric::temp_l, Metric::temp_g_tau, Metric::temp_g_rho,
          Metric::step_agreement, Metric::cross_nn, Metric::travel}) {
        CHECK_FALSE(found[metric].mean);
        CHECK(found[metric].per_epoch == Values{std::nullopt});
        CHECK_FALSE(found[metric].reason.empty());
    }
}

TEST_CASE("trustworthiness and continuity are not the same", "[faithfulness]") {
    // A square whose sides are 4 and 3, and its middle line: what is far apart across lies
    // together.
    const Recording recording = recorded(2, {{0, 0, 4, 0, 0, 3, 4, 3, 1, 1}});
    const Faithfulness found =
        measured(recording, {on_a_line({0, 4, 0.5F, 4.25F, 2})}, {.neighbours = 1});
    // Nearest in truth: 4 (sqrt 2), 3 (3), 4 (sqrt 5), 1 (3), 0 (sqrt 2); shown: 2, 3, 0, 1, 2.
    check_values_of(found[Metric::nn_pv], {0.4});
    // In truth 2 is 2nd from 0 (sqrt 2, 3, 4, 5), 0 is 2nd from 2 (sqrt 5, 3, 4, 5), 2 is 2nd from
    // 4 (sqrt 2, sqrt 5, sqrt 10, sqrt 13): 3 ranks too many.
    check_values_of(found[Metric::trustworthiness], {1 - 3.0 / 15});
    // In the plane 4 is 2nd from 0 (0.5, 2, 4, 4.25), 4 is 2nd from 2 (0.5, 1.5, 3.5, 3.75), and 0
    // shares the 2nd and 3rd place from 4 (1.5, 2, 2, 2.25): 1 + 1 + 1.5.
    check_values_of(found[Metric::continuity], {1 - 3.5 / 15});
}

TEST_CASE("a path is near in the plane when it is in feature space, or not", "[faithfulness]") {
    // Three samples go the same way, far from each other: 0, 1, 3, 7, 12; shown as 0, 1, 12, 7, 3.
    std::vector<std::vector<float>> embeddings;
    Places places;
    for (std::size_t e = 0; e < truly.size(); ++e) {
        embeddings.push_back({truly[e], truly[e] + 1000, truly[e] + 3000});
        places.push_back(on_a_line({shown[e], shown[e] + 1024, shown[e] + 4096}));
    }
    const Recording recording = recorded(1, embeddings);
    const Faithfulness found = measured(recording, places, {.neighbours = 1, .near_epochs = 1});
    check_values_of(found[Metric::temp_l], {1, 1, 0, 0, 0});
    // Ranks of the distances from each epoch to the others, in truth and in the plane: 1234 and
    // 1432, twice; 2134 and 4312; 4312 and 4321; 4321 and 2143.
    const double third = 1.0 / 3;
    check_values_of(found[Metric::temp_g_tau], {0, 0, -third, 2 * third, -third});
    check_values_of(found[Metric::temp_g_rho], {0.2, 0.2, -0.6, 0.8, -0.6});
    // Epochs 1 and 2 are early, 3 and 4 in the middle, 5 is late.
    CHECK(found[Metric::temp_g_rho].early.value() == Approx(0.2));
    CHECK(found[Metric::temp_g_rho].middle.value() == Approx(0.1));
    CHECK(found[Metric::temp_g_rho].late.value() == Approx(-0.6));
    CHECK(found[Metric::temp_g_rho].mean.value() == Approx(0).margin(1e-12));
    CHECK(found[Metric::temp_g_rho].reason.empty());
    // All move equally far at every step, in truth and in the plane.
    CHECK_FALSE(found[Metric::step_agreement].mean);
    CHECK(found[Metric::step_agreement].reason == "all samples move equally far");
    CHECK(found[Metric::step_agreement].undefined == 1);
}

TEST_CASE("samples that lose their neighbours should be seen to move", "[faithfulness]") {
    // Sample 1 and sample 2 change places, so that at the second step each nearest is another.
    const Recording recording = recorded(1, {{0, 1, 5}, {0, 1, 5}, {0, 5, 1}, {0, 5, 1}});
    // Sample 0 moves by 1, 3, 1: r = -1. Sample 1 always by 1: not defined. Sample 2 by 2, 1, 3.
    const Places places{on_a_line({0, 0, 0}), on_a_line({1, 1, 2}), on_a_line({4, 2, 3}),
                        on_a_line({5, 3, 6})};
    const MetricSummary figure = measured(recording, places, {.neighbours = 1})[Metric::temp_pv];
    CHECK(figure.mean.value() == Approx((-1 + std::sqrt(0.75)) / 2));
    CHECK(figure.undefined == Approx(1.0 / 3));
    CHECK(figure.per_epoch == Values(4));
    CHECK_FALSE(figure.early);
    CHECK(figure.reason == "it is of all steps together");
}

TEST_CASE("who moves far should be seen to move far", "[faithfulness]") {
    // From the first epoch to the second 1, 2 and 3; to the third all 1.
    const Recording recording = recorded(1, {{0, 10, 20}, {1, 12, 23}, {2, 13, 24}});
    const Places places{on_a_line({0, 0, 0}), on_a_line({3, 1, 2}), on_a_line({4, 4, 4})};
    const MetricSummary figure = measured(recording, places)[Metric::step_agreement];
    // Ranks 1, 2, 3 and 3, 1, 2: 1 - 6 (4 + 1 + 1) / (3 (9 - 1)).
    check_values_of(figure, {std::nullopt, -0.5, std::nullopt});
    CHECK(figure.mean.value() == Approx(-0.5));
    CHECK(figure.undefined == 0.5);
    CHECK_FALSE(figure.early);
    CHECK(figure.middle.value() == Approx(-0.5));
}

TEST_CASE("neighbours are looked for at other epochs too", "[faithfulness]") {
    // Of the three at the first epoch the nearest at the second is 0, 2 and 2, and the other way
    // round 0, 2 and 1; in the plane 0, 2 and 2, and 0, 0 and 1.
    const Recording recording = recorded(1, {{0, 3, 6}, {1, 9, 4}});
    const Places places{on_a_line({0, 5, 9}), on_a_line({1, 2, 4})};
    const MetricSummary figure = measured(recording, places, {.neighbours = 1})[Metric::cross_nn];
    check_values_of(figure, {1, 2.0 / 3});
    // Samples that have the same places at all epochs are their own nearest.
    const Places still(2, on_a_line({0, 5, 9}));
    const Recording same = recorded(1, {{0, 3, 7}, {0, 3, 7}});
    check_values_of(measured(same, still, {.neighbours = 1})[Metric::cross_nn], {1, 1});
}

TEST_CASE("what travels far should be seen to travel far", "[faithfulness]") {
    // Two samples, 2 apart, go 3 and then 5 together: places -1, 1, 2, 4, 7, 9, whose mean is 11/3.
    const Recording recording = recorded(1, {{-1, 1}, {2, 4}, {7, 9}});
    // One of them is seen to go 4 there and 4 back: places 0, 2, 4, 2, 0, 2, whose mean is 5/3.
    const Places places{on_a_line({0, 2}), on_a_line({4, 2}), on_a_line({0, 2})};
    const Faithfulness found = measured(recording, places);
    const double truly = 16 / std::sqrt((1 + 1 + 4 + 16 + 49 + 81) / 6.0 - 121 / 9.0);
    const double shown = 8 / std::sqrt((4 + 16 + 4 + 4) / 6.0 - 25 / 9.0);
    CHECK(found[Metric::travel].mean.value() == Approx(shown / truly));
    CHECK(found[Metric::travel].per_epoch == Values(3));
    CHECK(found[Metric::travel].reason == "it is of all steps together");
    // Each epoch spreads 1 to either side of its middle.
    check_values_of(found[Metric::spread], {1, 1, 1});
    const Places growing{on_a_line({1, 1}), on_a_line({2, 3}), on_a_line({7, 9})};
    check_values_of(measured(recording, growing)[Metric::spread], {0, 0.5, 1});
    const Places shrinking{on_a_line({1, 2}), on_a_line({2, 3}), on_a_line({7, 7})};
    CHECK(measured(recording, shrinking)[Metric::spread].reason ==
          "all samples of the last epoch are at one place");
}

TEST_CASE("decisions are those of what the map takes back", "[faithfulness]") {
    // The head decides by the sign of x; the map shows y and z alone, or x and y.
    const std::vector<float> samples{-2, 0, 0, -1, 1, 0, 3, 2, 5, 4, 1, 7, 5, 0, 1};
    const Recording recording = recorded(3, {samples}, {1, 0, 0, -1, 0, 0}, {0, 0});
    LinearMap map{{0.5, 0, 0}, {{{0, 1, 0}, {0, 0, 1}}}, {}};
    const auto placed = [&] {
        std::vector<Point> places;
        for (std::size_t i = 0; i < samples.size(); i += 3)
            places.push_back(map.place(std::span(samples).subspan(i, 3)));
        return places;
    };
    const auto found = [&] {
        return measured(recording, {placed()}, {}, plane_map_of(std::vector{map}))[Metric::rec_pv];
    };
    // x comes back as its mean, 0.5: all are decided as the three with a positive one are.
    check_values_of(found(), {0.6});
    map.axes = {{{0, 1, 0}, {1, 0, 0}}};
    check_values_of(found(), {1});
    const MetricSummary without = measured(recording, {placed()})[Metric::rec_pv];
    CHECK_FALSE(without.mean);
    CHECK(without.reason == "there is no map from the plane to feature space");
}

TEST_CASE("boundary points are neighbours too", "[faithfulness]") {
    // 40 samples of two features, 4 boundary points on x = 0; two of them are near.
    std::vector<float> samples;
    for (int i = 0; i < 40; ++i) {
        samples.push_back(i % 2 == 0 ? 1.0F : -1.0F);
        samples.push_back(std::sqrt(static_cast<float>(i)));
    }
    const Recording recording = recorded(2, {samples}, {1, 0, -1, 0}, {0, 0});
    const LinearMap same{{0, 0}, {{{1, 0}, {0, 1}}}, {}};
    const auto boundary_pv = [&](const LinearMap& map) {
        std::vector<Point> places;
        for (std::size_t i = 0; i < samples.size(); i += 2)
            places.push_back(map.place(std::span(samples).subspan(i, 2)));
        return measured(recording, {places}, {},
                        plane_map_of(std::vector{map}))[Metric::boundary_pv];
    };
    check_values_of(boundary_pv(same), {1});
    // On a point all are equally near: half of the near ones are kept.
    const LinearMap nothing{{0, 0}, {{{0, 0}, {0, 0}}}, {}};
    check_values_of(boundary_pv(nothing), {0.5});
    const MetricSummary without = measured(recording, {places_of(samples)})[Metric::boundary_pv];
    CHECK(without.reason == "there is no map from feature space to the plane");
    CHECK_FALSE(without.mean);
}

TEST_CASE("the features are what no embedding exceeds", "[faithfulness]") {
    const Recording recording =
        recorded(1, {{0, 1, 5, 7}, {0, 2, 5, 9}, {1, 5, 1, 2}, {0, 7, 4, 4}}, {1, -1}, {0, 8});
    const Places places(4, on_a_line({1, 2, 3, 4}));
    const Faithfulness found = report_of(recording, places, {.neighbours = 1}).features;
    for (const Metric metric : {Metric::nn_pv, Metric::rec_pv, Metric::temp_l, Metric::temp_g_tau,
                                Metric::temp_g_rho, Metric::step_agreement, Metric::trustworthiness,
                                Metric::continuity, Metric::cross_nn, Metric::travel})
        CHECK(found[metric].mean.value() == Approx(1));
    CHECK_FALSE(found[Metric::boundary_pv].mean);
    CHECK_THAT(found[Metric::boundary_pv].reason,
               contains("epoch \"1\" has fewer than two boundary points"));
}
