// The forces between epochs, against the formulas worked out plainly.
#include "projection/cross_forces.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

using namespace epochscope;

namespace {

constexpr std::size_t samples = 30;
constexpr std::size_t dimension = 3;

std::vector<float> drawn(std::mt19937& random, std::size_t count) {
    std::normal_distribution<float> normal;
    std::vector<float> values(count);
    for (float& value : values) value = normal(random);
    return values;
}

Layout drawn_layout(std::mt19937& random) {
    Layout layout;
    for (const float x : drawn(random, samples)) layout.x.push_back(static_cast<double>(x));
    for (const float y : drawn(random, samples)) layout.y.push_back(static_cast<double>(y));
    return layout;
}

/// Row by row, a value for each pair.
std::vector<double> filled_in(const Affinities& affinities) {
    std::vector<double> all(samples * samples);
    for (std::size_t i = 0; i < samples; ++i)
        for (std::size_t k = affinities.offsets[i]; k < affinities.offsets[i + 1]; ++k)
            all[i * samples + static_cast<std::size_t>(affinities.neighbours[k])] +=
                affinities.values[k];
    return all;
}

struct TwoEpochs {
    std::mt19937 random{7};
    std::vector<float> first = drawn(random, samples* dimension);
    std::vector<float> second = drawn(random, samples* dimension);
    std::vector<Table> tables{{first, dimension}, {second, dimension}};
};

}  // namespace

TEST_CASE("affinities between epochs are of both directions, and sum to 1") {
    const TwoEpochs run;
    const CrossAffinities made = cross_affinities(run.tables[0], run.tables[1], 4, 1, {});
    const std::vector<double> there = filled_in(made.there);
    const std::vector<double> back = filled_in(made.back);
    double sum = 0;
    for (std::size_t i = 0; i < samples; ++i)
        for (std::size_t j = 0; j < samples; ++j) {
            sum += there[i * samples + j];
            CHECK(there[i * samples + j] == Approx(back[j * samples + i]).margin(1e-15));
        }
    CHECK(sum == Approx(1));
    // Of each row alone, in one direction: half of 1 / N, and what the others give besides.
    for (std::size_t i = 0; i < samples; ++i) {
        double row = 0;
        for (std::size_t j = 0; j < samples; ++j) row += there[i * samples + j];
        CHECK(row >= 0.5 / samples - 1e-12);
    }
    // Samples that stand still attract themselves most.
    const std::vector<double> same =
        filled_in(cross_affinities(run.tables[0], run.tables[0], 4, 1, {}).there);
    for (std::size_t i = 0; i < samples; ++i) {
        const auto row = same.begin() + static_cast<std::ptrdiff_t>(i * samples);
        CHECK(std::max_element(row, row + samples) == row + static_cast<std::ptrdiff_t>(i));
    }
}

TEST_CASE("the gradient between epochs is that of their divergence") {
    TwoEpochs run;
    SpacetimeOptions options;
    options.perplexity = 4;
    CrossForces forces(run.tables, 0, options, {});
    const std::vector<Layout> layouts{drawn_layout(run.random), drawn_layout(run.random)};
    const std::vector<double> p =
        filled_in(cross_affinities(run.tables[0], run.tables[1], 4, 1, {}).there);
    const double weight = 0.5;
    // 4 sum_j (p_ij - w_ij / sum w) w_ij (y_i - z_j).
    std::vector<double> w(samples * samples);
    double sum = 0;
    for (std::size_t i = 0; i < samples; ++i)
        for (std::size_t j = 0; j < samples; ++j) {
            const double dx = layouts[0].x[i] - layouts[1].x[j];
            const double dy = layouts[0].y[i] - layouts[1].y[j];
            sum += w[i * samples + j] = 1 / (1 + dx * dx + dy * dy);
        }
    Layout gradient{std::vector<double>(samples, 1), std::vector<double>(samples, 1)};
    forces.prepare(layouts);
    forces.add_gradient(0, layouts[0], weight, gradient);
    for (std::size_t i = 0; i < samples; ++i) {
        double x = 1;
        for (std::size_t j = 0; j < samples; ++j) {
            const std::size_t at = i * samples + j;
            x += weight * 4 * (p[at] - w[at] / sum) * w[at] * (layouts[0].x[i] - layouts[1].x[j]);
        }
        CHECK(gradient.x[i] == Approx(x).margin(1e-6));
    }
}

TEST_CASE("each epoch is held together with others, near and far") {
    for (const std::size_t epochs : {2U, 3U, 5U, 20U, 301U}) {
        CAPTURE(epochs);
        const std::vector<EpochPair> pairs = pairs_held_together(epochs, 0, 1);
        CHECK(std::ranges::is_sorted(pairs));
        CHECK(std::ranges::adjacent_find(pairs) == pairs.end());
        std::vector<int> others(epochs);
        for (const auto [earlier, later] : pairs) {
            CHECK(earlier < later);
            REQUIRE(later < epochs);
            ++others[earlier];
            ++others[later];
        }
        CHECK(*std::ranges::min_element(others) >= std::min<int>(2, static_cast<int>(epochs) - 1));
        CHECK(*std::ranges::max_element(others) <= 4);
    }
    CHECK(pairs_held_together(1, 0, 1).empty());
    // An epoch that goes on from others is held together with the last of them, too.
    const std::vector<EpochPair> after = pairs_held_together(21, 20, 1);
    REQUIRE(after.size() == 4);
    CHECK(after.front() == EpochPair{4, 20});
    CHECK(after.back() == EpochPair{19, 20});
    CHECK(pairs_held_together(2, 1, 1) == std::vector<EpochPair>{{0, 1}});
}
