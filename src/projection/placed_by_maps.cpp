#include "projection/placed.h"

#include <epochscope/analysis/learned_map.h>
#include <epochscope/model/epoch_warnings.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/kept_maps.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <utility>

namespace epochscope {

namespace {

/// What stands in the maps' arrays for an epoch of a recording.
struct Served {
    /// The index of its map.
    std::size_t map = 0;
    /// The index of the maps' epoch of the same number.
    std::optional<std::size_t> same;
};

Served served_by(const KeptMaps& maps, std::int64_t number, EpochWarnings& warnings) {
    const std::string last = std::to_string(maps.epochs.back());
    const bool is_later = number > maps.epochs.back();
    Served served;
    const auto found = std::ranges::lower_bound(maps.epochs, number);
    if (found != maps.epochs.end() && *found == number)
        served.same = static_cast<std::size_t>(found - maps.epochs.begin());
    if (!maps.per_epoch()) {
        if (is_later)
            warnings.add("the map of " + maps.name + " was made of epochs up to " + last +
                             " and has not seen what came later",
                         number);
        return served;
    }
    if (!served.same && !is_later)
        throw Error(maps.name, "has a map for each of its ", maps.epochs.size(),
                    " epochs and none for epoch \"", number,
                    "\", expected epochs that it has, or such as are later than \"", last, "\"");
    served.map = served.same.value_or(maps.epochs.size() - 1);
    if (is_later)
        warnings.add("placed by the map of epoch \"" + last + "\", the last that " + maps.name +
                         " has a map for",
                     number);
    return served;
}

std::vector<Point> places_at(const KeptMaps& maps, std::size_t map, const Table& rows,
                             int threads) {
    if (!maps.learned.empty()) return places_by(maps.learned[map], rows, threads);
    std::vector<Point> places;
    places.reserve(rows.rows());
    for (std::size_t i = 0; i < rows.rows(); ++i)
        places.push_back(maps.linear[map].place(rows.row(i)));
    return places;
}

void expect_finite(std::span<const Point> places, const std::string& maps, std::int64_t epoch) {
    const auto odd = std::ranges::find_if_not(
        places, [](Point p) { return std::isfinite(p.x) && std::isfinite(p.y); });
    if (odd != places.end())
        throw Error("epoch \"" + std::to_string(epoch) + "\"", "sample ", odd - places.begin(),
                    " is placed at what is no number by the map of ", maps);
}

/// The heads that the maps' folder has for epochs of which the recording tells nothing: where its
/// logits are of no linear head, no other's head stands for them.
void lend_heads(const KeptMaps& maps, const Recording& recording, std::span<const Served> served,
                Placed& placed) {
    placed.spare_heads.resize(served.size());
    placed.spare_planes.resize(served.size());
    for (std::size_t e = 0; e < served.size(); ++e) {
        const RecordedEpoch& epoch = recording.epoch(e);
        const auto& same = served[e].same;
        if (!same || epoch.head || epoch.module || !epoch.logits.empty()) continue;
        if (!maps.heads.empty()) placed.spare_heads[e] = maps.heads[*same];
        if (!maps.planes.empty()) placed.spare_planes[e] = maps.planes[*same];
    }
}

void expect_fit(const KeptMaps& maps, const Recording& recording) {
    if (maps.dimension() != recording.dimension())
        throw Error("the map of " + maps.name, "is of ", maps.dimension(),
                    " dimensions, the recording of ", recording.dimension());
}

}  // namespace

std::size_t KeptMaps::dimension() const {
    return learned.empty() ? linear.front().mean.size() : learned.front().dimension();
}

bool KeptMaps::per_epoch() const { return std::max(linear.size(), learned.size()) > 1; }

Placed placed_by_maps(const KeptMaps& maps, const Recording& recording, int threads, const Job& job,
                      const ProjectionWatch& watch) {
    expect_fit(maps, recording);
    EpochWarnings warnings;
    std::vector<Served> served;
    for (const RecordedEpoch& epoch : recording.epochs())
        served.push_back(served_by(maps, epoch.number, warnings));
    Placed placed;
    placed.source = {{"method", maps.method}, {"placed_by", maps.name}};
    placed.frame = maps.frame;
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(recording.epoch_count()));
        check_values(recording, e);
        const RecordedEpoch& epoch = recording.epoch(e);
        placed.places.push_back(places_at(maps, served[e].map, epoch.embeddings, threads));
        expect_finite(placed.places.back(), maps.name, epoch.number);
        recording.release(e);
        if (watch) watch({e, placed.places.back(), {}});
        // A folder has one map, or one an epoch.
        if (e > 0 && !maps.per_epoch()) continue;
        if (maps.learned.empty())
            placed.maps.push_back(maps.linear[served[e].map]);
        else
            placed.learned.push_back(maps.learned[served[e].map]);
    }
    if (maps.classes.names == recording.classes().names)
        lend_heads(maps, recording, served, placed);
    placed.warnings = warnings.sentences();
    placed.remarks = {"placed by the map of " + maps.name + ", nothing was learned"};
    if (maps.method == "spacetime")
        placed.warnings.push_back(
            "spacetime lays samples out and learns a map of their places afterwards: the map puts "
            "samples near where they would lie, not where, and those of " +
            maps.name + " itself a little off where they lie there");
    return placed;
}

}  // namespace epochscope
