#include "projection/edge_sampler.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope {

namespace {

constexpr std::uint64_t golden = 0x9E3779B97F4A7C15U;

std::uint64_t mixed(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBU;
    return bits ^ (bits >> 31U);
}

}  // namespace

QuickDraw::QuickDraw(std::uint64_t seed, std::uint64_t stream)
    : state_(mixed(seed + golden) ^ mixed(mixed(stream) + golden)) {}

std::uint64_t QuickDraw::bits() {
    state_ += golden;
    return mixed(state_);
}

EdgeSampler::EdgeSampler(std::vector<WeightedEdge> edges) : edges_(std::move(edges)) {
    double sum = 0;
    for (const WeightedEdge& edge : edges_) sum += static_cast<double>(edge.weight);
    draws_ = std::max<std::size_t>(1, static_cast<std::size_t>(std::llround(sum)));
    const auto count = static_cast<double>(edges_.size());
    others_.resize(edges_.size());
    std::vector<std::uint32_t> small;
    std::vector<std::uint32_t> large;
    for (std::size_t e = 0; e < edges_.size(); ++e) {
        shares_.push_back(static_cast<double>(edges_[e].weight) * count / sum);
        (shares_.back() < 1 ? small : large).push_back(static_cast<std::uint32_t>(e));
    }
    // What a small one leaves of its hits goes to a large one.
    while (!small.empty() && !large.empty()) {
        const std::uint32_t taker = large.back();
        const std::uint32_t giver = small.back();
        small.pop_back();
        others_[giver] = taker;
        shares_[taker] -= 1 - shares_[giver];
        if (shares_[taker] < 1) {
            large.pop_back();
            small.push_back(taker);
        }
    }
    for (const auto* rest : {&small, &large})
        for (const std::uint32_t edge : *rest) shares_[edge] = 1;
}

WeightedEdge EdgeSampler::draw(QuickDraw& random) const {
    const std::size_t hit = random.below(edges_.size());
    // One number says both whether the one that is hit is taken, and which way round.
    const double twice = 2 * random.share();
    const bool turned = twice >= 1;
    WeightedEdge edge = edges_[(turned ? twice - 1 : twice) < shares_[hit] ? hit : others_[hit]];
    if (turned) std::swap(edge.a, edge.b);
    return edge;
}

}  // namespace epochscope
