#include "gl/prefetch_plan.h"

#include <algorithm>

namespace epochscope::gl {
namespace {

std::optional<std::size_t> epoch_of(const EpochSeries& series, std::span<const Point> positions) {
    for (std::size_t e = 0; e < series.epoch_count(); ++e)
        if (series.positions(e).data() == positions.data()) return e;
    return std::nullopt;
}

template <typename T>
bool is_or_empty(std::span<const T> column, std::span<const T> known) {
    return column.empty() || column.data() == known.data();
}

}  // namespace

std::optional<EpochPair> epochs_of(const EpochSeries& series, const PointLayer& points) {
    const auto from = epoch_of(series, points.from);
    const auto to = epoch_of(series, points.to);
    if (!from || !to || points.from.size() != series.sample_count()) return std::nullopt;
    const Epoch& reached = series.epoch(*from);
    const bool known =
        class_bytes_for(class_count_of(points)) <= class_bytes_for(series.class_count()) &&
        is_or_empty(points.confidence, reached.confidence) &&
        is_or_empty(points.labels, series.labels()) &&
        (points.colour_owner || points.colour_index.data() == series.labels().data() ||
         is_or_empty(points.colour_index, reached.predictions));
    if (!known) return std::nullopt;
    return EpochPair{*from, *to};
}

std::size_t class_count_of(const PointLayer& points) {
    return std::max(points.colour_owner ? 0 : points.palette.size(), points.hidden.size());
}

Batch batch_of(const EpochSeries& series, std::size_t epoch) {
    const Epoch& columns = series.epoch(epoch);
    return {columns.positions, columns.confidence, columns.predictions,
            class_bytes_for(series.class_count())};
}

Batch labels_of(const EpochSeries& series) {
    return {{}, {}, series.labels(), class_bytes_for(series.class_count())};
}

void PrefetchPlan::reach(const EpochPair& epochs, float t) {
    epochs_ = epochs;
    const double playhead = static_cast<double>(epochs.from) + static_cast<double>(t);
    if (playhead != playhead_) backwards_ = playhead < playhead_;
    playhead_ = playhead;
}

std::vector<std::size_t> PrefetchPlan::ahead(std::size_t epoch_count, std::size_t max) const {
    std::vector<std::size_t> epochs;
    const std::size_t others = epoch_count - (epochs_.from == epochs_.to ? 1 : 2);
    std::size_t epoch = backwards_ ? epochs_.from : epochs_.to;
    while (epochs.size() < std::min(max, others)) {
        epoch = (epoch + (backwards_ ? epoch_count - 1 : 1)) % epoch_count;
        epochs.push_back(epoch);
    }
    return epochs;
}

}  // namespace epochscope::gl
