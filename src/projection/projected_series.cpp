#include <epochscope/model/error.h>
#include <epochscope/projection/projected_series.h>

#include <algorithm>
#include <string>
#include <utility>

namespace epochscope {

namespace {

/// The part of its side by which the square around the places is grown on each side.
constexpr float margin = 0.05F;

}  // namespace

Box square_around(const std::vector<std::vector<Point>>& positions) {
    Box box{positions.front().front(), positions.front().front()};
    for (const auto& places : positions)
        for (const Point place : places) {
            box.min = {std::min(box.min.x, place.x), std::min(box.min.y, place.y)};
            box.max = {std::max(box.max.x, place.x), std::max(box.max.y, place.y)};
        }
    const float side = std::max(box.max.x - box.min.x, box.max.y - box.min.y);
    const float half = side > 0 ? side * (0.5F + margin) : 1;
    const Point middle = mix(box.min, box.max, 0.5F);
    return {{middle.x - half, middle.y - half}, {middle.x + half, middle.y + half}};
}

EpochSeries projected_series(const Recording& recording, std::vector<std::vector<Point>> positions,
                             std::vector<NearestByClass> neighbours) {
    if (positions.size() != recording.epoch_count())
        throw Error("positions", "are of ", positions.size(), " epochs, expected ",
                    recording.epoch_count());
    for (const auto& places : positions)
        if (places.size() != recording.sample_count())
            throw Error("positions", "has ", places.size(), " entries, expected ",
                        recording.sample_count());
    if (neighbours.empty()) neighbours.resize(positions.size());
    const Box frame = square_around(positions);
    std::vector<EpochColumns> epochs;
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        check_values(recording, e);
        Verdicts verdicts = verdicts_of(recording.epoch(e).logits);
        epochs.push_back({.number = recording.epoch(e).number,
                          .positions = std::move(positions[e]),
                          .predictions = std::move(verdicts.predictions),
                          .confidence = std::move(verdicts.confidence),
                          .intra = std::move(neighbours[e].intra),
                          .inter = std::move(neighbours[e].inter)});
        recording.release(e);
    }
    const auto labels = recording.labels();
    return make_series(recording.classes(), {labels.begin(), labels.end()}, std::move(epochs),
                       frame);
}

}  // namespace epochscope
