#include "projection/placed.h"

#include <epochscope/model/epoch_warnings.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/stored_map.h>

#include <algorithm>
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

Served served_by(const StoredMap& stored, std::int64_t number, EpochWarnings& warnings) {
    const std::string last = std::to_string(stored.epochs.back());
    const bool is_later = number > stored.epochs.back();
    Served served;
    const auto found = std::ranges::lower_bound(stored.epochs, number);
    if (found != stored.epochs.end() && *found == number)
        served.same = static_cast<std::size_t>(found - stored.epochs.begin());
    if (!stored.map.is_per_epoch()) {
        if (is_later)
            warnings.add("the map of " + stored.name + " was made of epochs up to " + last +
                             " and has not seen what came later",
                         number);
        return served;
    }
    if (!served.same && !is_later)
        throw Error(stored.name, "has a map for each of its ", stored.epochs.size(),
                    " epochs and none for epoch \"", number,
                    "\", expected epochs that it has, or such as are later than \"", last, "\"");
    served.map = served.same.value_or(stored.epochs.size() - 1);
    if (is_later)
        warnings.add("placed by the map of epoch \"" + last + "\", the last that " + stored.name +
                         " has a map for",
                     number);
    return served;
}

/// What the maps' folder has for epochs of which the recording tells nothing: if its logits are not
/// of a linear head, the head of another does not stand for them.
std::vector<EpochLogits> spare_logits(const StoredMap& stored, const Recording& recording,
                                      std::span<const Served> served) {
    std::vector<EpochLogits> spare(served.size());
    for (std::size_t e = 0; e < served.size(); ++e) {
        const RecordedEpoch& epoch = recording.epoch(e);
        if (served[e].same && !epoch.head && !epoch.module && epoch.logits.empty())
            spare[e] = stored.map.logits(*served[e].same);
    }
    return spare;
}

void expect_fit(const StoredMap& stored, const Recording& recording) {
    if (stored.map.dimension() != recording.dimension())
        throw Error("the map of " + stored.name, "is of ", stored.map.dimension(),
                    " dimensions, the recording of ", recording.dimension());
}

}  // namespace

Placed placed_by_maps(const StoredMap& stored, const Recording& recording, int threads,
                      const Job& job, const ProjectionWatch& watch, const Team& team) {
    expect_fit(stored, recording);
    EpochWarnings warnings;
    std::vector<Served> served;
    for (const RecordedEpoch& epoch : recording.epochs())
        served.push_back(served_by(stored, epoch.number, warnings));
    Placed placed;
    placed.source = {{"method", stored.method}, {"placed_by", stored.name}};
    placed.frame = stored.frame;
    std::vector<std::size_t> order(served.size());
    std::ranges::transform(served, order.begin(), &Served::map);
    placed.map = stored.map.picked(order);
    const auto place = [&](std::size_t e) {
        job.reached(static_cast<double>(e) / static_cast<double>(recording.epoch_count()));
        check_values(recording, e);
        Parcel places;
        places.put(placed.map.at(e)->place(recording.epoch(e).embeddings, threads));
        recording.release(e);
        return places;
    };
    team.share_out_to_all(recording.epoch_count(), place, [&](std::size_t e, Parcel& places) {
        placed.places.push_back(places.take<Point>());
        if (watch) watch({e, placed.places.back(), {}});
    });
    if (stored.classes.names == recording.classes().names)
        placed.map = placed.map.with_logits(spare_logits(stored, recording, served));
    placed.warnings = warnings.sentences();
    placed.remarks = {"placed by the map of " + stored.name + ", nothing was learned"};
    if (stored.method == "spacetime")
        placed.warnings.push_back(
            "spacetime lays samples out and learns a map of their places afterwards: the map puts "
            "samples near where they would lie, not where, and those of " +
            stored.name + " itself a little off where they lie there");
    return placed;
}

}  // namespace epochscope
