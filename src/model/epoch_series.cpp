#include <epochscope/model/epoch_series.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace epochscope {

namespace {

std::string name_of(std::int64_t epoch_number) {
    return "epoch \"" + std::to_string(epoch_number) + "\"";
}

void expect_count(std::string_view where, std::string_view field, std::size_t count,
                  std::size_t samples) {
    if (count != samples)
        throw Error(where, field, " has ", count, " entries, label_index has ", samples);
}

constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

/// Checks that values are `lowest`..classes-1.
void check_classes(std::string_view where, std::string_view field,
                   std::span<const std::int32_t> values, std::int32_t lowest, std::size_t classes) {
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] < lowest ||
            (values[i] >= 0 && static_cast<std::size_t>(values[i]) >= classes))
            throw Error(where, field, "[", i, "] is ", values[i], ", expected 0..", classes - 1);
}

void check_confidence(std::string_view where, std::span<const float> confidence) {
    for (std::size_t i = 0; i < confidence.size(); ++i)
        if (std::isfinite(confidence[i]) &&
            (confidence[i] < -confidence_rounding || confidence[i] > 1 + confidence_rounding))
            throw Error(where, "confidence[", i, "] is ", confidence[i], ", expected 0..1");
}

/// Makes unknown what is not finite, and takes rounding from confidence.
void clean(EpochColumns& epoch) {
    for (Point& place : epoch.positions)
        if (!std::isfinite(place.x) || !std::isfinite(place.y)) place = {unknown, unknown};
    for (float& confidence : epoch.confidence)
        confidence = std::isfinite(confidence) ? std::clamp(confidence, 0.0F, 1.0F) : unknown;
}

/// Checks the lists and removes each sample from its own.
void check_and_strip(std::string_view where, std::string_view field, EpochColumns::Lists& lists,
                     std::size_t samples) {
    if (lists.offsets.empty()) return;
    expect_count(where, field, lists.offsets.size() - 1, samples);
    std::uint64_t kept = 0;
    std::uint64_t begin = lists.offsets[0];
    for (std::size_t i = 0; i < samples; ++i) {
        const std::uint64_t end = lists.offsets[i + 1];
        for (std::uint64_t k = begin; k < end; ++k) {
            const std::int32_t neighbour = lists.samples[k];
            if (neighbour < 0 || static_cast<std::size_t>(neighbour) >= samples)
                throw Error(where, field, "[", i, "] names sample ", neighbour, ", expected 0..",
                            samples - 1);
            if (static_cast<std::size_t>(neighbour) != i) lists.samples[kept++] = neighbour;
        }
        begin = end;
        lists.offsets[i + 1] = kept;
    }
    lists.offsets[0] = 0;
    lists.samples.resize(kept);
}

NeighbourLists view_of(const EpochColumns::Lists& lists) { return {lists.offsets, lists.samples}; }

Epoch view_of(const EpochColumns& columns) {
    return {columns.number,     columns.positions,      columns.predictions,
            columns.confidence, view_of(columns.intra), view_of(columns.inter)};
}

/// The memory of make_series.
struct Columns : EpochMemory {
    Columns(std::vector<std::int32_t> l, std::vector<EpochColumns> e)
        : labels(std::move(l)), epochs(std::move(e)) {}
    std::vector<std::int32_t> labels;
    std::vector<EpochColumns> epochs;
};

bool any_epoch(std::span<const Epoch> epochs, auto knows) {
    return std::any_of(epochs.begin(), epochs.end(), knows);
}

}  // namespace

EpochSeries::EpochSeries(Classes classes, std::span<const std::int32_t> labels,
                         std::vector<Epoch> epochs, Box frame,
                         std::shared_ptr<const EpochMemory> memory)
    : classes_(std::move(classes)),
      labels_(labels),
      epochs_(std::move(epochs)),
      frame_(frame),
      memory_(std::move(memory)) {
    if (classes_.names.empty()) throw Error("label_text", "there are no classes");
    if (!classes_.colours.empty() && classes_.colours.size() != classes_.names.size())
        throw Error("label_color", "has ", classes_.colours.size(), " colours, label_text has ",
                    classes_.names.size(), " classes");
    if (labels_.empty()) throw Error("label_index", "there are no samples");
    if (epochs_.empty()) throw Error("epochs", "there are none, expected at least one");
    if (!(frame_.min.x < frame_.max.x && frame_.min.y < frame_.max.y))
        throw Error("frame", "is empty, expected [[x0,y0],[x1,y1]] with x0 < x1 and y0 < y1");
    for (std::size_t e = 0; e < epochs_.size(); ++e) {
        const Epoch& epoch = epochs_[e];
        const std::string where = name_of(epoch.number);
        const auto expect = [&](std::string_view field, std::size_t count, bool optional) {
            if (!(optional && count == 0)) expect_count(where, field, count, labels_.size());
        };
        expect("projection", epoch.positions.size(), false);
        expect("prediction", epoch.predictions.size(), true);
        expect("confidence", epoch.confidence.size(), true);
        expect("intra_similarity", epoch.intra.size(), true);
        expect("inter_similarity", epoch.inter.size(), true);
        if (e > 0 && epochs_[e - 1].number >= epoch.number)
            throw Error(where, epochs_[e - 1].number == epoch.number
                                   ? "occurs twice"
                                   : "comes after a later one, expected increasing numbers");
    }
}

EpochSeries EpochSeries::with_frame(Box frame) const {
    EpochSeries framed = *this;
    framed.frame_ = frame;
    return framed;
}

std::optional<std::size_t> EpochSeries::find_epoch(std::int64_t number) const {
    const auto found =
        std::lower_bound(epochs_.begin(), epochs_.end(), number,
                         [](const Epoch& e, std::int64_t n) { return e.number < n; });
    if (found == epochs_.end() || found->number != number) return std::nullopt;
    return static_cast<std::size_t>(found - epochs_.begin());
}

bool EpochSeries::has_predictions() const {
    return any_epoch(epochs_, [](const Epoch& e) { return !e.predictions.empty(); });
}
bool EpochSeries::has_confidence() const {
    return any_epoch(epochs_, [](const Epoch& e) { return !e.confidence.empty(); });
}
bool EpochSeries::has_intra() const {
    return any_epoch(epochs_, [](const Epoch& e) { return !e.intra.empty(); });
}
bool EpochSeries::has_inter() const {
    return any_epoch(epochs_, [](const Epoch& e) { return !e.inter.empty(); });
}

EpochSeries make_series(Classes classes, std::vector<std::int32_t> labels,
                        std::vector<EpochColumns> epochs, Box frame) {
    if (classes.names.empty()) throw Error("label_text", "there are no classes");
    add_unlabelled(classes, labels);
    check_classes("labels", "label_index", labels, 0, classes.names.size());
    for (EpochColumns& epoch : epochs) {
        const std::string where = name_of(epoch.number);
        check_classes(where, "prediction", epoch.predictions, -1, classes.predictable_count());
        check_confidence(where, epoch.confidence);
        clean(epoch);
        check_and_strip(where, "intra_similarity", epoch.intra, labels.size());
        check_and_strip(where, "inter_similarity", epoch.inter, labels.size());
    }
    std::stable_sort(
        epochs.begin(), epochs.end(),
        [](const EpochColumns& a, const EpochColumns& b) { return a.number < b.number; });

    auto columns = std::make_shared<const Columns>(std::move(labels), std::move(epochs));
    std::vector<Epoch> views;
    views.reserve(columns->epochs.size());
    for (const EpochColumns& epoch : columns->epochs) views.push_back(view_of(epoch));
    const std::span<const std::int32_t> label_view = columns->labels;
    return {std::move(classes), label_view, std::move(views), frame, std::move(columns)};
}

void check_values(const EpochSeries& series, std::size_t epoch) {
    const Epoch& values = series.epoch(epoch);
    const std::string where = name_of(values.number);
    check_classes(where, "prediction", values.predictions, -1,
                  series.classes().predictable_count());
    check_confidence(where, values.confidence);
}

}  // namespace epochscope
