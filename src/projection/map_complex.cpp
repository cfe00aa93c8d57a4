#include "projection/map_complex.h"

#include <epochscope/analysis/boundary.h>
#include <epochscope/analysis/heads.h>

#include <algorithm>
#include <string>
#include <utility>

namespace epochscope {

namespace {

/// One seed for each epoch, whichever others there are.
std::uint64_t seed_of(std::uint64_t seed, std::int64_t epoch) {
    constexpr std::uint64_t golden = 0x9E3779B97F4A7C15U;
    return seed + golden * (static_cast<std::uint64_t>(epoch) + 1);
}

/// Why there is no head to go by.
std::string reason_without(const FoundHead& found) {
    switch (found.fault) {
        case FoundHead::Fault::misfit:
            return found.is_module ? "there is a head.pt that makes other logits than were recorded"
                                   : "there is no linear head that makes the logits";
        case FoundHead::Fault::failed:
            return "there is a head.pt that fails (" + found.failure + ")";
        default:
            return "there are neither a linear head nor logits";
    }
}

/// The head of an epoch where one can be relied on; says where it cannot.
Head reliable_head(const Recording& recording, std::size_t epoch, int threads,
                   EpochWarnings& warnings) {
    FoundHead found = find_head(recording, epoch, threads);
    if (!found.head.is_known())
        warnings.add("learned without boundary points, since " + reason_without(found),
                     recording.epoch(epoch).number);
    return std::move(found.head);
}

}  // namespace

MapComplex::MapComplex(const Recording& recording, const Options& options, EpochWarnings& warnings)
    : recording_(recording),
      options_(options),
      points_{.dimension = recording.dimension(), .rows = {}, .weights = {}, .weighed_by = {}},
      attention_(points_),
      warnings_(warnings) {}

NearestOptions MapComplex::nearest_options() const {
    return {.count = options_.neighbours - (options_.itself ? 1 : 0), .threads = options_.threads};
}

void MapComplex::add_epoch(std::size_t epoch, std::span<const std::size_t> samples,
                           const std::stop_token& stop) {
    const RecordedEpoch& recorded = recording_.epoch(epoch);
    std::vector<float> rows;
    rows.reserve(samples.size() * points_.dimension);
    for (const std::size_t sample : samples) {
        const auto row = recorded.embeddings.row(sample);
        rows.insert(rows.end(), row.begin(), row.end());
    }
    const Table table{rows, points_.dimension};
    const Head head = reliable_head(recording_, epoch, options_.threads, warnings_);
    first_point_ = static_cast<std::uint32_t>(points_.count());
    add_rows(table, head);
    check_.add(table, head, first_point_, options_.threads);
    join_samples(table, stop);
    if (!head.is_known()) return;
    const BoundaryPoints boundary =
        boundary_points(recorded.embeddings, head,
                        {.count = boundary_count(recording_.sample_count()),
                         .seed = seed_of(options_.seed, recorded.number)});
    if (boundary.count() < 2) {
        warnings_.add(
            "learned without boundary points, of which fewer than two are found: too few "
            "samples, or one predicted class",
            recorded.number);
        return;
    }
    add_rows(boundary.view(), head);
    join_boundary(table, boundary.view(), stop);
}

void MapComplex::add_rows(const Table& rows, const Head& head) {
    points_.rows.insert(points_.rows.end(), rows.values.begin(), rows.values.end());
    attention_.weigh(rows, head);
    reaches_.rho.resize(points_.count());
    reaches_.sigma.resize(points_.count());
}

void MapComplex::join_samples(const Table& samples, const std::stop_token& stop) {
    nearest_ = nearest_others(samples, nearest_options(), {.progress = {}, .stop = stop});
    const Reaches reaches = reaches_of(nearest_, options_.itself);
    std::ranges::copy(reaches.rho, reaches_.rho.begin() + first_point_);
    std::ranges::copy(reaches.sigma, reaches_.sigma.begin() + first_point_);
    std::vector<WeightedEdge> directed;
    epochscope::add_edges(directed, nearest_, reaches, first_point_, first_point_);
    add_edges(fuzzy_union(std::move(directed)), options_.spatial_draws);
}

void MapComplex::join_boundary(const Table& samples, const Table& boundary,
                               const std::stop_token& stop) {
    const Job job{.progress = {}, .stop = stop};
    const auto first = first_point_ + static_cast<std::uint32_t>(samples.rows());
    std::vector<WeightedEdge> directed;
    const auto join = [&](const NearestPoints& nearest, std::uint32_t from) {
        epochscope::add_edges(directed, nearest, reaches_of(nearest, options_.itself), from, first);
    };
    join(nearest_points(samples, boundary, nearest_options(), job), first_point_);
    join(nearest_others(boundary, nearest_options(), job), first);
    add_edges(fuzzy_union(std::move(directed)), options_.boundary_draws);
}

void MapComplex::add_edges(std::vector<WeightedEdge> edges, double draws) {
    if (draws <= 0) return;
    leave_out_rare(edges, draws);
    // Once for each way round.
    for (WeightedEdge& edge : edges) edge.weight *= static_cast<float>(2 * draws);
    edges_.insert(edges_.end(), edges.begin(), edges.end());
}

}  // namespace epochscope
