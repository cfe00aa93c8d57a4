#include "projection/fuzzy_complex.h"

#include "support/catch.h"

#include <cmath>
#include <vector>

using namespace epochscope;

namespace {

/// Lists of points at these distances; who they are does not matter.
NearestPoints at_distances(std::size_t count, std::vector<double> distances) {
    return {count, std::vector<std::int32_t>(distances.size()), std::move(distances)};
}

}  // namespace

TEST_CASE("reaches make memberships sum to log2 k") {
    // With q = exp(-1 / sigma): 1 + q + q^2 + q^3 = 2, so that 1 / q is the tribonacci constant.
    const double even = 1 / std::log(1.839286755214161);
    // 1 + 3 q = 2.
    const double together = 2 / std::log(3.0);
    const Reaches reaches = reaches_of(at_distances(4, {1, 2, 3, 4, 0.5, 2.5, 2.5, 2.5}));
    REQUIRE(reaches.rho == std::vector<double>{1, 0.5});
    CHECK(reaches.sigma[0] == Approx(even).epsilon(1e-9));
    CHECK(reaches.sigma[1] == Approx(together).epsilon(1e-9));
    // With itself as the eighth of them, seven q's that follow the first have to be 2.
    const Reaches with_itself = reaches_of(at_distances(7, {1, 3, 3, 3, 3, 3, 3}), true);
    CHECK(with_itself.sigma[0] == Approx(2 / std::log(3.0)).epsilon(1e-9));
}

TEST_CASE("duplicates have a reach too") {
    const Reaches some = reaches_of(at_distances(3, {0, 0, 4}));
    // Of three, log2 3 < 2 are there already: no reach but the least.
    CHECK(some.rho[0] == 4);
    CHECK(some.sigma[0] == Approx(4 / 3.0 * 1e-3));
    const Reaches all = reaches_of(at_distances(3, {0, 0, 0, 1, 2, 3}));
    CHECK(all.rho[0] == 0);
    CHECK(all.sigma[0] == Approx(1e-3));
    CHECK(reaches_of(at_distances(0, {})).rho.empty());
    CHECK(membership(1, 2, 0) == 1);
    CHECK(membership(2, 1, 0) == 0);
    CHECK(membership(3, 1, 2) == Approx(std::exp(-1)));
}

TEST_CASE("the fuzzy union of both ways round is p + q - p q") {
    const std::vector<WeightedEdge> joined =
        fuzzy_union({{2, 1, 0.5F}, {0, 1, 0.25F}, {1, 2, 0.5F}, {3, 3, 1}});
    CHECK(joined == std::vector<WeightedEdge>{{0, 1, 0.25F}, {1, 2, 0.75F}});
}

TEST_CASE("edges carry memberships, and rare ones are left out") {
    const NearestPoints nearest{2, {1, 2, 0, 2, 1, 0}, {1, 3, 1, 2, 2, 3}};
    const Reaches reaches{{1, 1, 2}, {2, 1, 0.5}};
    std::vector<WeightedEdge> edges;
    add_edges(edges, nearest, reaches, 10, 20);
    REQUIRE(edges.size() == 6);
    CHECK(edges[1] == WeightedEdge{10, 22, static_cast<float>(std::exp(-1.0))});
    CHECK(edges[3] == WeightedEdge{11, 22, static_cast<float>(std::exp(-1.0))});
    CHECK(edges[5] == WeightedEdge{12, 20, static_cast<float>(std::exp(-2.0))});
    leave_out_rare(edges, 5);
    CHECK(edges.size() == 5);
    leave_out_rare(edges, 2);
    CHECK(edges.size() == 3);
}
