#include <epochscope/analysis/prepared_recording.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/projected_series.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

namespace epochscope {

namespace {

/// The part of its side by which the square around the places is grown on each side.
constexpr float margin = 0.05F;

bool holds(const Box& box, const Box& other) {
    return box.min.x <= other.min.x && box.min.y <= other.min.y && box.max.x >= other.max.x &&
           box.max.y >= other.max.y;
}

Box bounds_of(const std::vector<std::vector<Point>>& positions) {
    Box box{positions.front().front(), positions.front().front()};
    for (const auto& places : positions)
        for (const Point place : places) {
            box.min = {std::min(box.min.x, place.x), std::min(box.min.y, place.y)};
            box.max = {std::max(box.max.x, place.x), std::max(box.max.y, place.y)};
        }
    return box;
}

/// Makes samples absent from the plane that are absent from the recording.
void take_out(const RecordedEpoch& epoch, std::vector<Point>& positions,
              NearestByClass& neighbours) {
    if (epoch.absent.empty()) return;
    constexpr float nowhere = std::numeric_limits<float>::quiet_NaN();
    for (const std::uint32_t sample : epoch.absent) positions[sample] = {nowhere, nowhere};
    without_absent(epoch, neighbours);
}

/// A frame that is there, or a larger one where places lie outside.
Box grown(const Box& frame, const std::vector<std::vector<Point>>& positions) {
    if (holds(frame, bounds_of(positions))) return frame;
    const Box square = square_around(positions);
    return square_around({{frame.min, frame.max, square.min, square.max}});
}

}  // namespace

Box square_around(const std::vector<std::vector<Point>>& positions) {
    const Box box = bounds_of(positions);
    const float side = std::max(box.max.x - box.min.x, box.max.y - box.min.y);
    const float half = side > 0 ? side * (0.5F + margin) : 1;
    const Point middle = mix(box.min, box.max, 0.5F);
    return {{middle.x - half, middle.y - half}, {middle.x + half, middle.y + half}};
}

EpochSeries projected_series(const Recording& recording, std::vector<std::vector<Point>> positions,
                             std::vector<NearestByClass> neighbours,
                             const std::optional<Box>& wanted) {
    if (positions.size() != recording.epoch_count())
        throw Error("positions", "are of ", positions.size(), " epochs, expected ",
                    recording.epoch_count());
    for (const auto& places : positions)
        if (places.size() != recording.sample_count())
            throw Error("positions", "has ", places.size(), " entries, expected ",
                        recording.sample_count());
    if (neighbours.empty()) neighbours.resize(positions.size());
    const Box frame = wanted ? grown(*wanted, positions) : square_around(positions);
    std::vector<EpochColumns> epochs;
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        check_values(recording, e);
        take_out(recording.epoch(e), positions[e], neighbours[e]);
        Predictions verdicts = predictions_from(recording.epoch(e).logits);
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
