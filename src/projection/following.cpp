#include "projection/completed.h"
#include "projection/path_stress.h"
#include "projection/placed.h"

#include <epochscope/analysis/prepared_recording.h>
#include <epochscope/model/error.h>
#include <epochscope/model/picked_epochs.h>
#include <epochscope/projection/following.h>
#include <epochscope/projection/memory.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace epochscope {

namespace {

/// Fewer epochs before are all looked at; of more, some.
constexpr std::size_t most_before_in_full = 24;

/// An epoch of the recording that was placed.
struct PlacedBefore {
    std::size_t epoch = 0;
    std::span<const Point> places;
};

/// Those before the new epoch that the recording still has.
std::vector<PlacedBefore> found_in(const Recording& recording, std::size_t epoch,
                                   std::span<const Epoch> before) {
    std::vector<PlacedBefore> found;
    std::size_t e = 0;
    for (const Epoch& placed : before) {
        if (placed.positions.size() != recording.sample_count())
            throw Error("epoch \"" + std::to_string(placed.number) + "\"", "has ",
                        placed.positions.size(), " places, expected ", recording.sample_count());
        while (e < epoch && recording.epoch(e).number < placed.number) ++e;
        if (e < epoch && recording.epoch(e).number == placed.number)
            found.push_back({e, placed.positions});
    }
    return found;
}

/// The first, which decides the plane of principal components, the last, and some between.
std::vector<PlacedBefore> some_of(const std::vector<PlacedBefore>& all) {
    std::vector<PlacedBefore> some;
    for (const std::size_t lag : lags_of(all.size() + 1, most_before_in_full))
        some.push_back(all[all.size() - lag]);
    if (!all.empty() && some.back().epoch != all.front().epoch) some.push_back(all.front());
    std::ranges::reverse(some);
    return some;
}

bool is_place(Point place) { return std::isfinite(place.x) && std::isfinite(place.y); }

/// The middle of the places that are known.
Point middle_of(std::span<const Point> places) {
    double x = 0;
    double y = 0;
    double count = 0;
    for (const Point place : places)
        if (is_place(place)) {
            x += static_cast<double>(place.x);
            y += static_cast<double>(place.y);
            ++count;
        }
    if (count == 0) return {};
    return {static_cast<float>(x / count), static_cast<float>(y / count)};
}

/// The places of each epoch, where samples that are absent stand where they stood last, or where
/// they appear, or in the middle.
std::vector<std::vector<Point>> filled_places(const std::vector<PlacedBefore>& before) {
    std::vector<std::vector<Point>> places;
    for (const PlacedBefore& placed : before)
        places.emplace_back(placed.places.begin(), placed.places.end());
    for (std::size_t e = 1; e < places.size(); ++e)
        for (std::size_t i = 0; i < places[e].size(); ++i)
            if (!is_place(places[e][i])) places[e][i] = places[e - 1][i];
    for (std::size_t e = places.size(); e-- > 0;) {
        const Point middle = middle_of(places[e]);
        for (std::size_t i = 0; i < places[e].size(); ++i)
            if (!is_place(places[e][i]))
                places[e][i] = e + 1 < places.size() ? places[e + 1][i] : middle;
    }
    return places;
}

}  // namespace

std::vector<Method> methods_that_go_along() {
    std::vector<Method> those = methods();
    std::erase_if(those, [](const Method& method) { return !about(method).goes_along; });
    return those;
}

FollowingProjection::FollowingProjection(ProjectOptions options) : options_(std::move(options)) {
    if (about(options_.method).goes_along) return;
    std::string others;
    for (const Method& method : methods_that_go_along())
        others.append(others.empty() ? "" : ", ").append(about(method).id);
    throw Error(std::string(about(options_.method).id),
                "cannot go along with a run, since it learns from all epochs together, expected "
                "one of ",
                others, ", or the maps of a folder");
}

FollowingProjection::FollowingProjection(StoredMap maps, ProjectOptions options)
    : options_(std::move(options)), maps_(std::move(maps)) {
    options_.method = PcaOptions{};
}

bool FollowingProjection::has_one_map() const {
    if (maps_) return !maps_->map.is_per_epoch();
    const auto* pca = std::get_if<PcaOptions>(&options_.method);
    return pca != nullptr && !pca->per_epoch;
}

Projection FollowingProjection::next(const Recording& recording, std::size_t epoch,
                                     std::span<const Epoch> before, const std::optional<Box>& frame,
                                     const Job& job, const ProjectionWatch& watch) const {
    const std::vector<PlacedBefore> used =
        maps_ ? std::vector<PlacedBefore>() : some_of(found_in(recording, epoch, before));
    std::vector<std::size_t> epochs;
    for (const PlacedBefore& placed : used) epochs.push_back(placed.epoch);
    epochs.push_back(epoch);
    const Recording needed = picked_epochs(recording, epochs);
    expect_memory(memory_needed(needed, options_), memory_available());
    const ProjectionShares shares = shares_of(options_, about(options_.method).is_quick);
    PreparedRecording ready = prepared(needed, {.progress = {}, .stop = job.stop});
    const Job placing = job.part(0, shares.placed);
    const std::vector<std::vector<Point>> places = filled_places(used);
    Placed placed =
        maps_ ? placed_by_maps(*maps_, ready.recording, options_.threads, placing, watch)
              : placed_by_method(options_, {ready.recording, placing, watch, options_.checkpointing,
                                            options_.folder, places});
    prepend(ready.warnings, placed);
    if (frame) placed.frame = frame;
    const std::size_t last = epochs.size() - 1;
    return completed(picked_epochs(ready.recording, {&last, 1}), std::move(placed), options_,
                     shares, job);
}

}  // namespace epochscope
