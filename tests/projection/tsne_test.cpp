#include "projection/affinities.h"
#include "projection/force_kernels.h"
#include "projection/forces.h"
#include "projection/plain_tsne.h"
#include "projection/run.h"
#include "support/catch.h"
#include "support/simd.h"

#include <epochscope/model/error.h>
#include <epochscope/projection/tsne.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <stop_token>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// Three clouds in `dimension` dimensions, one after another.
std::vector<float> clouds(std::size_t count, std::size_t dimension, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> uniform(-1, 1);
    std::vector<float> values;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t d = 0; d < dimension; ++d)
            values.push_back(uniform(random) + (d == i * 3 / count ? 4.0F : 0.0F));
    return values;
}

Layout scattered(std::size_t count, double size, unsigned seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> uniform(-size, size);
    Layout layout;
    for (std::size_t i = 0; i < count; ++i) {
        layout.x.push_back(uniform(random));
        layout.y.push_back(uniform(random));
    }
    return layout;
}

double greatest(const Layout& layout) {
    double found = 0;
    for (std::size_t i = 0; i < layout.size(); ++i)
        found = std::max({found, std::abs(layout.x[i]), std::abs(layout.y[i])});
    return found;
}

double difference(const Layout& a, const Layout& b) {
    Layout off = a;
    for (std::size_t i = 0; i < a.size(); ++i) {
        off.x[i] -= b.x[i];
        off.y[i] -= b.y[i];
    }
    return greatest(off);
}

Layout gradient_of(const Affinities& affinities, Repulsion repulsion, const Layout& at,
                   double exaggeration, int threads = 0) {
    Layout gradient{std::vector<double>(at.size()), std::vector<double>(at.size())};
    make_forces(affinities, repulsion, threads)->gradient_at(at, exaggeration, gradient);
    return gradient;
}

constexpr std::size_t samples = 150;
constexpr std::size_t dimension = 6;

struct Case {
    std::vector<float> values = clouds(samples, dimension, 1);
    Table table{values, dimension};
    PlainTsne plain{table, 20, 60};
};

TsneOptions options_for(double perplexity, Repulsion repulsion) {
    TsneOptions options;
    options.perplexity = perplexity;
    options.repulsion = repulsion;
    return options;
}

}  // namespace

TEST_CASE("affinities are those of the plain t-SNE") {
    const Case given;
    const Affinities found = affinities_of(given.table, 20, 0, {});
    CHECK(found.perplexity == 20);
    PlainTsne::Matrix p(samples, std::vector<double>(samples, 0));
    double sum = 0;
    for (std::size_t i = 0; i < samples; ++i)
        for (std::size_t k = found.offsets[i]; k < found.offsets[i + 1]; ++k) {
            p[i][static_cast<std::size_t>(found.neighbours[k])] = found.values[k];
            sum += found.values[k];
        }
    CHECK(sum == Approx(1).epsilon(1e-12));
    double off = 0;
    for (std::size_t i = 0; i < samples; ++i)
        for (std::size_t j = 0; j < samples; ++j)
            off = std::max(off, std::abs(p[i][j] - given.plain.p()[i][j]));
    CHECK(off < 1e-10);
}

TEST_CASE("affinities do not depend on how embeddings are scaled") {
    Case given;
    const Affinities before = affinities_of(given.table, 20, 0, {});
    for (float& value : given.values) value *= 1024 * 1024;
    const Affinities after = affinities_of(given.table, 20, 0, {});
    CHECK(before.neighbours == after.neighbours);
    CHECK(before.values == after.values);
}

TEST_CASE("the gradient is that of the plain t-SNE", "[simd]") {
    const Case given;
    const Affinities affinities = affinities_of(given.table, 20, 0, {});
    for (const double size : {1e-4, 1.0, 30.0})
        for (const double exaggeration : {1.0, 12.0}) {
            const Layout at = scattered(samples, size, 2);
            const Layout plain = given.plain.gradient(at, exaggeration);
            CHECK(difference(gradient_of(affinities, Repulsion::exact, at, exaggeration), plain) <
                  1e-10);
            CHECK(difference(gradient_of(affinities, Repulsion::cells, at, exaggeration), plain) <
                  0.01 * greatest(plain));
        }
}

TEST_CASE("cells push as all samples do, far and near", "[simd]") {
    // Enough samples for cells in cells; some in one place, and one far away.
    const std::vector<float> values = clouds(3000, 3, 3);
    const Affinities affinities = affinities_of({values, 3}, 5, 0, {});
    Layout at = scattered(3000, 20, 4);
    for (std::size_t i = 100; i < 300; ++i) {
        at.x[i] = 3;
        at.y[i] = -7;
    }
    at.x[0] = 5000;
    const Layout exact = gradient_of(affinities, Repulsion::exact, at, 1);
    const Layout cells = gradient_of(affinities, Repulsion::cells, at, 1);
    CHECK(difference(cells, exact) < 0.01 * greatest(exact));
    CHECK(difference(cells, gradient_of(affinities, Repulsion::cells, at, 1, 1)) == 0);
}

TEST_CASE("the first iterations are those of the plain t-SNE", "[simd]") {
    const Case given;
    const Layout start = scattered(samples, 1e-4, 5);
    Tsne tsne(given.table, start, options_for(20, Repulsion::exact));
    tsne.run(25, {12, 0.5});
    const Layout plain = given.plain.run(start, 25, 12, 0.5);
    CHECK(greatest(plain) > 1e-3);
    CHECK(difference(tsne.layout(), plain) < 1e-8);
}

TEST_CASE("the divergence is that of the plain t-SNE") {
    const Case given;
    Tsne tsne(given.table, scattered(samples, 1e-4, 6), options_for(20, Repulsion::exact));
    CHECK(tsne.estimated_divergence() == 0);
    tsne.run(100, {12, 0.5});
    const double before = tsne.divergence();
    CHECK(before == Approx(given.plain.divergence(tsne.layout())).epsilon(1e-10));
    tsne.run(1, {});
    CHECK(tsne.estimated_divergence() > 0);
    tsne.run(300, {});
    CHECK(tsne.divergence() < before);
    CHECK(tsne.divergence() == Approx(given.plain.divergence(tsne.layout())).epsilon(1e-10));
    CHECK(tsne.estimated_divergence() == Approx(tsne.divergence()).epsilon(0.01));
}

TEST_CASE("short runs are one long one, on any number of threads", "[simd]") {
    const Case given;
    for (const Repulsion repulsion : {Repulsion::exact, Repulsion::cells}) {
        const auto end = [&](std::vector<int> runs, int threads) {
            TsneOptions options = options_for(20, repulsion);
            options.threads = threads;
            Tsne tsne(given.table, scattered(samples, 1e-4, 7), options);
            for (const int iterations : runs) tsne.run(iterations, {12, 0.5});
            return tsne.layout();
        };
        const Layout whole = end({60}, 1);
        CHECK(difference(whole, end({25, 35}, 1)) == 0);
        CHECK(difference(whole, end({60}, 3)) == 0);
    }
}

TEST_CASE("t-SNE forces are the same bytes with every SIMD target", "[simd]") {
    std::mt19937 random(8);
    const auto check = [&](auto zero) {
        using Real = decltype(zero);
        std::uniform_real_distribution<Real> uniform(-3, 3);
        std::vector<Real> x(100);
        std::vector<Real> y(100);
        std::vector<Real> mass(100);
        std::vector<std::int32_t> neighbours;
        for (std::size_t i = 0; i < 100; ++i) {
            x[i] = uniform(random);
            y[i] = uniform(random);
            mass[i] = std::abs(uniform(random));
            if (neighbours.size() < 3 * force_lanes)
                neighbours.push_back(static_cast<std::int32_t>(99 - i));
        }
        const auto outcome = [&] {
            const auto kernels = force_kernels<Real>();
            std::vector<Real> sums(3 * force_lanes + 2);
            kernels.push(&x[3], &y[3], {x.data(), y.data(), mass.data(), 100},
                         {&sums[0], &sums[force_lanes], &sums[2 * force_lanes]});
            kernels.pull(x[5], y[5], x.data(), y.data(),
                         {neighbours.data(), mass.data(), neighbours.size()},
                         &sums[3 * force_lanes]);
            return sums;
        };
        const std::vector<Real> expected = outcome();
        for_each_simd_target([&] { CHECK(outcome() == expected); });
    };
    check(0.0F);
    check(0.0);
}

TEST_CASE("epochs that start from the one before and are held stay near") {
    // The second epoch is the first with another cloud moved.
    auto second = clouds(samples, dimension, 1);
    for (std::size_t i = 0; i < samples / 3; ++i) second[i * dimension + 5] += 6;
    const Recording recording = recording_of({clouds(samples, dimension, 1), second}, dimension);
    const auto moved = [&](auto change) {
        TsneOptions options = options_for(20, Repulsion::exact);
        options.early_iterations = 100;
        options.iterations = 150;
        options.warm_iterations = 100;
        change(options);
        const TsneResult result = tsne(recording, options);
        REQUIRE(result.places.size() == 2);
        CHECK(result.warnings.empty());
        CHECK(result.divergences[1] > 0);
        double sum = 0;
        for (std::size_t i = 0; i < samples; ++i)
            sum += std::hypot(result.places[1][i].x - result.places[0][i].x,
                              result.places[1][i].y - result.places[0][i].y);
        return sum;
    };
    const double held = moved([](TsneOptions& options) { options.pull = 1; });
    const double loose = moved([](TsneOptions& options) { options.pull = 0; });
    const double turned = moved([](TsneOptions& options) { options.warm_start = false; });
    const double alone = moved([](TsneOptions& options) {
        options.warm_start = false;
        options.align = false;
    });
    CHECK(held < 0.5 * loose);
    CHECK(held < turned);
    CHECK(turned <= alone * (1 + 1e-5));
}

TEST_CASE("an epoch is turned and mirrored to lie as the one before") {
    // The same samples, mirrored in feature space: the same picture, but for how it lies.
    auto mirrored = clouds(samples, dimension, 1);
    for (std::size_t i = 0; i < mirrored.size(); ++i) mirrored[i] = -mirrored[i];
    const Recording recording = recording_of({clouds(samples, dimension, 1), mirrored}, dimension);
    TsneOptions options = options_for(20, Repulsion::exact);
    options.warm_start = false;
    options.early_iterations = 10;
    options.iterations = 0;
    const auto places = tsne(recording, options).places;
    double off = 0;
    double size = 0;
    for (std::size_t i = 0; i < samples; ++i) {
        off = std::max(off, std::hypot(static_cast<double>(places[0][i].x - places[1][i].x),
                                       static_cast<double>(places[0][i].y - places[1][i].y)));
        size = std::max(size, std::abs(static_cast<double>(places[0][i].x)));
    }
    CHECK(off < 1e-5 * size);
}

TEST_CASE("few samples, one place and one dimension are no trouble") {
    const auto finite = [](const std::vector<Point>& places) {
        return std::ranges::all_of(
            places, [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
    };
    const auto project = [&](const std::vector<float>& values, std::size_t columns) {
        TsneOptions options;
        options.early_iterations = 50;
        options.iterations = 50;
        TsneResult result = tsne(recording_of({values}, columns), options);
        REQUIRE(finite(result.places[0]));
        CHECK(std::isfinite(result.divergences[0]));
        return result;
    };
    for (const std::size_t count : {1U, 2U, 3U, 5U, 20U}) {
        const TsneResult result = project(clouds(count, 3, 9), 3);
        REQUIRE(result.places[0].size() == count);
        REQUIRE(result.warnings.size() == 1);
        CHECK_THAT(result.warnings[0], contains("the perplexity is"));
        CHECK_THAT(result.warnings[0], contains("instead of 30"));
    }
    // Twenty samples have 19 others each: a third of that.
    CHECK_THAT(project(clouds(20, 3, 9), 3).warnings[0], contains("is 6.33333 instead"));
    // Constant features: nobody is told from anybody.
    (void)project(std::vector<float>(120, 1.5F), 1);
    // Duplicates, more of them than neighbours.
    std::vector<float> doubled(150, 1);
    for (std::size_t i = 100; i < 150; ++i) doubled[i] = static_cast<float>(i);
    (void)project(doubled, 1);
    // What lies on a line leaves it.
    std::vector<float> line;
    for (int i = 0; i < 200; ++i) line.push_back(static_cast<float>(i));
    const auto places = project(line, 1).places[0];
    CHECK(std::ranges::any_of(places, [](Point p) { return std::abs(p.y) > 0.1F; }));
}

TEST_CASE("t-SNE refuses what it cannot work with") {
    auto values = clouds(samples, dimension, 1);
    const Recording recording = recording_of({values}, dimension);
    const auto said = [&](auto change) -> std::string {
        TsneOptions options;
        change(options);
        try {
            (void)tsne(recording, options);
        } catch (const Error& error) {
            return error.what();
        }
        return "nothing";
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(said([](TsneOptions& o) { o.perplexity = 0.5; }) ==
          "perplexity: is 0.5, expected 1 to 1000");
    CHECK_THAT(said([nan](TsneOptions& o) { o.perplexity = nan; }), contains("is nan"));
    CHECK_THAT(said([](TsneOptions& o) { o.pull = -1; }), contains("pull: is -1"));
    CHECK_THAT(said([](TsneOptions& o) { o.early_exaggeration = 0; }), contains("expected 1"));
    CHECK_THAT(said([](TsneOptions& o) { o.iterations = -5; }), contains("iterations: is -5"));
    values[7 * dimension + 1] = std::numeric_limits<float>::infinity();
    CHECK_THROWS_WITH(tsne(recording_of({values}, dimension)),
                      contains("epoch \"1\": embeddings[7] holds inf"));
}

TEST_CASE("t-SNE tells how far it is, shows itself as it forms and can be stopped") {
    const Recording recording =
        recording_of({clouds(samples, dimension, 1), clouds(samples, dimension, 2)}, dimension);
    TsneOptions options;
    options.early_iterations = 50;
    options.iterations = 50;
    options.warm_iterations = 30;
    std::vector<double> told;
    std::vector<std::pair<std::size_t, int>> seen;
    const Job job{.progress = [&](double share) { told.push_back(share); }, .stop = {}};
    const TsneResult result = tsne(recording, options, job, [&](const TsneStatus& status) {
        seen.emplace_back(status.epoch, status.iteration);
        CHECK(status.places.size() == samples);
        CHECK(status.divergence > 0);
        CHECK(status.iterations == (status.epoch == 0 ? 100 : 30));
    });
    CHECK(std::ranges::is_sorted(told));
    CHECK(told.back() == Approx(1));
    CHECK(std::ranges::is_sorted(seen));
    CHECK(seen.front() == std::pair<std::size_t, int>{0, 25});
    CHECK(seen.back() == std::pair<std::size_t, int>{1, 30});
    std::stop_source stop;
    CHECK_THROWS_AS(tsne(recording, options, {.progress = {}, .stop = stop.get_token()},
                         [&](const TsneStatus& status) {
                             if (status.epoch == 1) stop.request_stop();
                         }),
                    Cancelled);
}
