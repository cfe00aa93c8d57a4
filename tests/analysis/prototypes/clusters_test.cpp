#include "analysis/prototypes/run.h"
#include "support/catch.h"

#include <epochscope/analysis/prototypes.h>
#include <epochscope/model/error.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <stop_token>
#include <utility>
#include <vector>

using namespace epochscope;
using tests::counted;
using tests::Run;

namespace {

/// Samples around some corners, `each` of them, sample i at corner i % corners.
Run::Samples blobs(std::size_t corners, std::size_t each, unsigned seed, float spread = 0.1F) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> noise(-spread, spread);
    Run::Samples samples;
    for (std::size_t i = 0; i < corners * each; ++i) {
        const auto corner = static_cast<float>(i % corners);
        samples.push_back({10 * corner + noise(random), corner * corner + noise(random), 1});
    }
    return samples;
}

ClusterOptions with_levels(std::vector<std::size_t> levels, int threads = 2) {
    ClusterOptions options;
    options.levels = std::move(levels);
    options.threads = threads;
    return options;
}

/// The sum of squared distances to the mean of each group, worked out plainly.
double plain_inertia(const Run::Samples& samples, const std::vector<std::int32_t>& assignments,
                     std::size_t count) {
    double inertia = 0;
    for (std::size_t k = 0; k < count; ++k)
        for (std::size_t d = 0; d < samples[0].size(); ++d) {
            std::vector<double> values;
            for (std::size_t i = 0; i < samples.size(); ++i)
                if (assignments[i] == static_cast<std::int32_t>(k))
                    values.push_back(static_cast<double>(samples[i][d]));
            double mean = 0;
            for (const double value : values) mean += value / static_cast<double>(values.size());
            for (const double value : values) inertia += (value - mean) * (value - mean);
        }
    return inertia;
}

}  // namespace

TEST_CASE("k-means finds clusters that are plain to see, and says where their middles are") {
    const auto samples = blobs(4, 20, 1);
    const Recording recording = Run::recording({samples});
    const auto levels = cluster(recording, counted(1), with_levels({4}));
    REQUIRE(levels.size() == 1);
    REQUIRE(levels[0].count == 4);
    const Clusters& found = levels[0].epochs[0];
    CHECK(found.counts == std::vector<std::int32_t>{20, 20, 20, 20});
    for (std::size_t i = 0; i < samples.size(); ++i)
        CHECK(found.assignments[i] == found.assignments[i % 4]);
    CHECK(found.inertia == Approx(plain_inertia(samples, found.assignments, 4)).epsilon(1e-5));
    const auto first = static_cast<std::size_t>(found.assignments[0]);
    double mean = 0;
    for (std::size_t i = 0; i < samples.size(); i += 4)
        mean += static_cast<double>(samples[i][0]) / 20;
    CHECK(found.prototypes().row(first)[0] == Approx(mean).margin(1e-6));
    CHECK(found.prototypes().row(first)[2] == Approx(1));
    CHECK(found.distances[0] == Approx(std::hypot(samples[0][0] - found.prototypes().row(first)[0],
                                                  samples[0][1] - found.prototypes().row(first)[1]))
                                    .epsilon(1e-4));
}

TEST_CASE("clusters are the same for any number of threads, and others for another seed") {
    const Recording recording =
        Run::recording({blobs(3, 40, 1, 30), blobs(3, 40, 2, 30), blobs(3, 40, 3, 30)});
    const auto one = cluster(recording, counted(3), with_levels({7, 30}, 1));
    const auto four = cluster(recording, counted(3), with_levels({7, 30}, 4));
    for (std::size_t level = 0; level < 2; ++level)
        for (std::size_t e = 0; e < 3; ++e) {
            CHECK(one[level].epochs[e].assignments == four[level].epochs[e].assignments);
            CHECK(one[level].epochs[e].centres == four[level].epochs[e].centres);
        }
    ClusterOptions other = with_levels({30});
    other.seed = 1;
    CHECK(cluster(recording, counted(3), other)[0].epochs[0].assignments !=
          one[1].epochs[0].assignments);
}

TEST_CASE("as many clusters as samples, one cluster, and duplicates") {
    const auto samples = blobs(2, 3, 1);
    const Recording recording = Run::recording({samples});
    const auto all = cluster(recording, counted(1), with_levels({6, 1}));
    CHECK(all[0].epochs[0].inertia == Approx(0).margin(1e-6));
    CHECK(all[0].epochs[0].counts == std::vector<std::int32_t>(6, 1));
    CHECK(all[1].epochs[0].counts == std::vector<std::int32_t>{6});
    CHECK(sparse_clusters(all[0]) ==
          "6 clusters: at 1 of 1 epochs some have a single one (up to 6)");
    CHECK(sparse_clusters(all[1]).empty());

    const Recording same = Run::recording({Run::Samples(9, {1, 2, 3})});
    const auto level = cluster(same, counted(1), with_levels({4}))[0];
    const auto& counts = level.epochs[0].counts;
    CHECK(std::accumulate(counts.begin(), counts.end(), 0) == 9);
    CHECK(level.epochs[0].inertia == Approx(0).margin(1e-9));
    for (std::size_t k = 0; k < 4; ++k)
        CHECK(std::isnan(level.epochs[0].prototypes().row(k)[0]) == (counts[k] == 0));
}

TEST_CASE("levels and embeddings that cannot be clustered are refused") {
    const Recording recording = Run::recording({blobs(2, 3, 1)});
    CHECK_THROWS_WITH(cluster(recording, counted(1), with_levels({7})),
                      "clusters: 7 are requested, expected 1..6: as many as there are samples at "
                      "most");
    CHECK_THROWS_WITH(cluster(recording, counted(1), with_levels({2, 0})),
                      "clusters: 0 are requested, expected 1..6: as many as there are samples at "
                      "most");
    CHECK_THROWS_AS(cluster(recording, counted(1), with_levels({})), Error);
    auto broken = blobs(2, 3, 1);
    broken[4][1] = std::numeric_limits<float>::quiet_NaN();
    CHECK_THROWS_WITH(cluster(Run::recording({broken}), counted(1), with_levels({2})),
                      tests::contains("embeddings") && tests::contains("nan"));
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(cluster(recording, counted(1), with_levels({2}),
                            {.progress = {}, .stop = stop.get_token()}),
                    Cancelled);
}

TEST_CASE("normalised samples are clustered by their direction, and prototypes have length 1") {
    // Two directions, at all kinds of lengths; and one sample without any.
    Run::Samples samples{{0, 0}};
    for (int i = 1; i <= 10; ++i) {
        const auto length = static_cast<float>(i * i);
        samples.push_back({length, 0.01F * length});
        samples.push_back({0.01F * length, length});
    }
    ClusterOptions options = with_levels({3});
    options.normalise = true;
    const auto found = cluster(Run::recording({samples}), counted(1), options)[0].epochs[0];
    for (std::size_t i = 3; i < samples.size(); ++i)
        CHECK(found.assignments[i] == found.assignments[i - 2]);
    CHECK(found.assignments[1] != found.assignments[2]);
    for (std::size_t i = 1; i <= 2; ++i) {
        const auto row = found.prototypes().row(static_cast<std::size_t>(found.assignments[i]));
        CHECK(std::hypot(row[0], row[1]) == Approx(1).epsilon(1e-6));
    }
    const auto alone = found.prototypes().row(static_cast<std::size_t>(found.assignments[0]));
    CHECK(alone[0] == 0);
    CHECK(alone[1] == 0);
}

TEST_CASE("what a run recorded is taken as it is, and refused where it is none") {
    const Recording recording =
        Run::recording({{{0, 0}, {2, 0}, {5, 5}}, {{0, 0}, {2, 0}, {5, 5}}});
    const std::vector<std::int32_t> ids{0, 0, 2, 2, 0, 0};
    const ClusterLevel level = clusters_of(recording, counted(2), ids, false);
    CHECK(level.count == 3);
    CHECK(level.epochs[0].counts == std::vector<std::int32_t>{2, 0, 1});
    CHECK(level.epochs[0].prototypes().row(0)[0] == 1);
    CHECK(std::isnan(level.epochs[0].prototypes().row(1)[0]));
    CHECK(level.epochs[0].inertia == Approx(2));
    CHECK(sparse_clusters(level) ==
          "3 clusters: at 2 of 2 epochs some have no sample (up to 1), at 2 of 2 epochs some have "
          "a single one (up to 1)");

    const auto refused = [&](std::vector<std::int32_t> wrong) {
        return clusters_of(recording, counted(2), wrong, false);
    };
    CHECK_THROWS_WITH(refused({0, 0, 0, 0, -1, 0}),
                      "assignments: epoch \"2\": sample 1 is -1, expected 0..2");
    CHECK_THROWS_WITH(refused({0, 3, 0, 0, 0, 0}),
                      "assignments: epoch \"1\": sample 1 is 3, expected 0..2");
    CHECK_THROWS_WITH(refused({0, 0, 0}),
                      "assignments: has 3 entries, expected 6: 2 epochs of 3 samples");
}

TEST_CASE("the concentration is the mean distance by ln(n + 10), between two percentiles") {
    // Three clusters of 2, 3 and 1 samples.
    const std::vector<std::int32_t> assignments{0, 0, 1, 1, 1, 2};
    const std::vector<float> distances{1, 3, 6, 6, 9, 0};
    const double a = 2 / std::log(12.0);
    const double b = 7 / std::log(13.0);
    // The lone one counts as the greatest: sorted a, b, b; of 3 the percentiles lie at 0.2 and 1.8.
    const std::vector<float> phi = concentrations(distances, assignments, 3);
    CHECK(phi[0] == Approx(a + 0.2 * (b - a)));
    CHECK(phi[1] == Approx(b));
    CHECK(phi[2] == Approx(b));
    CHECK(concentrations(std::vector<float>{0, 0}, std::vector<std::int32_t>{0, 1}, 2) ==
          std::vector<float>{0, 0});
}

TEST_CASE("clusters keep the names of those they share most samples with") {
    const auto epoch = [](std::vector<std::int32_t> assignments) {
        Clusters clusters;
        clusters.dimension = 1;
        clusters.assignments = std::move(assignments);
        clusters.counts.resize(4);
        for (const auto cluster : clusters.assignments)
            ++clusters.counts[static_cast<std::size_t>(cluster)];
        clusters.centres = {0, 1, 2, 3};
        clusters.concentration = {0, 1, 2, 3};
        return clusters;
    };
    ClusterLevel level{4,
                       {epoch({0, 0, 0, 1, 1, 2, 2, 3}),
                        // 2 holds most of 0; 0 holds all of 1 and one of 0; 1 is 2; 3 has none.
                        epoch({2, 2, 0, 0, 0, 1, 1, 1}), epoch({1, 1, 1, 1, 3, 3, 3, 3})}};
    match_names(level);
    CHECK(level.epochs[0].assignments == std::vector<std::int32_t>{0, 0, 0, 1, 1, 2, 2, 3});
    CHECK(level.epochs[1].assignments == std::vector<std::int32_t>{0, 0, 1, 1, 1, 2, 2, 2});
    CHECK(level.epochs[1].counts == std::vector<std::int32_t>{2, 3, 3, 0});
    CHECK(level.epochs[1].centres == std::vector<float>{2, 0, 1, 3});
    CHECK(level.epochs[1].concentration == std::vector<float>{2, 0, 1, 3});
    // Of epoch 3's clusters, 3 shares three with 2, and 1 two with 0 and two with 1: the lower.
    CHECK(level.epochs[2].assignments == std::vector<std::int32_t>{0, 0, 0, 0, 2, 2, 2, 2});
}
