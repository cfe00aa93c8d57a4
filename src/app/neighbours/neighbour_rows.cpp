#include "app/neighbours/neighbour_rows.h"

#include <epochscope/analysis/nearest.h>

#include <algorithm>
#include <unordered_set>

namespace epochscope::app {

namespace {

NeighbourRows rows_of(std::span<const std::int32_t> now, bool from_folder,
                      std::span<const std::int32_t> before, bool comparable) {
    NeighbourRows rows;
    rows.rows = compare_neighbours(now, comparable ? before : now);
    rows.from_folder = from_folder;
    rows.compared = comparable;
    return rows;
}

}  // namespace

std::size_t NeighbourRows::count(Change change) const {
    const auto same = [change](const NeighbourRow& row) { return row.change == change; };
    return static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), same));
}

std::vector<NeighbourRow> compare_neighbours(std::span<const std::int32_t> now,
                                             std::span<const std::int32_t> before) {
    const std::unordered_set<std::int32_t> here(now.begin(), now.end());
    const std::unordered_set<std::int32_t> there(before.begin(), before.end());
    std::vector<NeighbourRow> rows;
    rows.reserve(now.size());
    for (const std::int32_t sample : now)
        rows.push_back({sample, there.contains(sample) ? Change::preserved : Change::gained});
    for (const std::int32_t sample : before)
        if (!here.contains(sample)) rows.push_back({sample, Change::lost});
    return rows;
}

SampleNeighbours neighbour_rows_at(const EpochSeries& series, double playhead, std::size_t sample) {
    const Neighbourhood now = neighbours_at(series, playhead, sample);
    const bool has_earlier = playhead >= 1;
    const Neighbourhood before =
        has_earlier ? neighbours_at(series, playhead - 1, sample) : Neighbourhood{};
    return {rows_of(now.intra, now.intra_from_folder, before.intra,
                    has_earlier && now.intra_from_folder == before.intra_from_folder),
            rows_of(now.inter, now.inter_from_folder, before.inter,
                    has_earlier && now.inter_from_folder == before.inter_from_folder)};
}

}  // namespace epochscope::app
