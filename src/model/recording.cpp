#include <epochscope/model/error.h>
#include <epochscope/model/head.h>
#include <epochscope/model/recording.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace epochscope {

namespace {

std::string name_of(std::int64_t epoch_number) {
    return "epoch \"" + std::to_string(epoch_number) + "\"";
}

void expect_shape(std::string_view where, std::string_view field, const Table& table,
                  std::size_t rows, std::size_t columns) {
    if (table.columns != columns || table.values.size() != rows * columns)
        throw Error(where, field, " is ", table.rows(), " x ", table.columns, ", expected ", rows,
                    " x ", columns);
}

void check_shapes(const RecordedEpoch& epoch, std::size_t samples, std::size_t dimension,
                  std::size_t classes) {
    const std::string where = name_of(epoch.number);
    expect_shape(where, "embeddings", epoch.embeddings, samples, dimension);
    if (!epoch.logits.empty()) expect_shape(where, "predictions", epoch.logits, samples, classes);
    if (epoch.head) {
        expect_shape(where, "head_weight", epoch.head->weight, classes, dimension);
        if (epoch.head->bias.size() != classes)
            throw Error(where, "head_bias has ", epoch.head->bias.size(), " entries, expected ",
                        classes);
    }
    if (epoch.module &&
        (epoch.module->dimension() != dimension || epoch.module->class_count() != classes))
        throw Error(where, "the head takes ", epoch.module->dimension(), " features to ",
                    epoch.module->class_count(), " logits, expected ", dimension, " to ", classes);
    if (!epoch.losses.empty() && epoch.losses.size() != samples)
        throw Error(where, "losses has ", epoch.losses.size(), " entries, expected ", samples);
}

void expect_finite(std::string_view where, std::string_view field, const Table& table) {
    const auto odd = std::find_if_not(table.values.begin(), table.values.end(),
                                      [](float value) { return std::isfinite(value); });
    if (odd == table.values.end()) return;
    const auto place = static_cast<std::size_t>(odd - table.values.begin());
    throw Error(where, field, "[", place / table.columns, "] holds ", *odd,
                ", expected finite numbers");
}

/// The softmax of the largest.
float confidence_of(std::span<const float> logits, float max) {
    double sum = 0;
    for (const float logit : logits)
        sum += std::exp(static_cast<double>(logit) - static_cast<double>(max));
    return static_cast<float>(1 / sum);
}

}  // namespace

Recording::Recording(Classes classes, std::span<const std::int32_t> labels,
                     std::vector<RecordedEpoch> epochs, std::shared_ptr<const EpochMemory> memory)
    : classes_(std::move(classes)),
      labels_(labels),
      epochs_(std::move(epochs)),
      memory_(std::move(memory)) {
    if (classes_.names.empty()) throw Error("classes", "there are none, expected at least one");
    if (labels_.empty()) throw Error("labels", "there are no samples");
    if (epochs_.empty()) throw Error("epochs", "there are none, expected at least one");
    for (std::size_t i = 0; i < labels_.size(); ++i)
        if (labels_[i] < 0 || static_cast<std::size_t>(labels_[i]) >= classes_.names.size())
            throw Error("labels", "entry ", i, " is ", labels_[i], ", expected 0..",
                        classes_.names.size() - 1);
    if (dimension() == 0) throw Error(name_of(epochs_.front().number), "embeddings has no columns");
    for (std::size_t e = 0; e < epochs_.size(); ++e) {
        check_shapes(epochs_[e], sample_count(), dimension(), class_count());
        if (e > 0 && epochs_[e - 1].number >= epochs_[e].number)
            throw Error(name_of(epochs_[e].number),
                        epochs_[e - 1].number == epochs_[e].number
                            ? "occurs twice"
                            : "comes after a later one, expected increasing numbers");
    }
}

bool Recording::has_logits() const {
    return std::none_of(epochs_.begin(), epochs_.end(),
                        [](const RecordedEpoch& epoch) { return epoch.logits.empty(); });
}

void check_values(const Recording& recording, std::size_t epoch) {
    const RecordedEpoch& values = recording.epoch(epoch);
    const std::string where = name_of(values.number);
    expect_finite(where, "embeddings", values.embeddings);
    if (!values.head) return;
    expect_finite(where, "head_weight", values.head->weight);
    expect_finite(where, "head_bias", {values.head->bias, 1});
}

Predictions predictions_from(const Table& logits) {
    Predictions verdicts;
    verdicts.predictions.reserve(logits.rows());
    verdicts.confidence.reserve(logits.rows());
    for (std::size_t i = 0; i < logits.rows(); ++i) {
        const auto row = logits.row(i);
        if (!std::ranges::all_of(row, [](float logit) { return std::isfinite(logit); })) {
            verdicts.predictions.push_back(-1);
            verdicts.confidence.push_back(std::numeric_limits<float>::quiet_NaN());
            continue;
        }
        const auto max = std::max_element(row.begin(), row.end());
        verdicts.predictions.push_back(static_cast<std::int32_t>(max - row.begin()));
        verdicts.confidence.push_back(confidence_of(row, *max));
    }
    return verdicts;
}

}  // namespace epochscope
