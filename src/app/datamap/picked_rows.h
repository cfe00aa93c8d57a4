#pragma once

#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/picked_samples.h>

#include <QString>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace epochscope::app {

/// The columns of picked samples: id, label, last prediction, then all signals but the label's
/// index.
class PickedColumns {
  public:
    enum : int { id, label, prediction, first_signal };
    static constexpr int count = first_signal + static_cast<int>(signal_count) - 1;

    /// "id", "label", "pred_label", "s_label", ...
    [[nodiscard]] static QString name(int column);
    /// Its description, in the user's language.
    [[nodiscard]] static QString words(int column);
    [[nodiscard]] static std::optional<Signal> signal_of(int column);
    /// The column of a signal other than the label.
    [[nodiscard]] static constexpr int of(Signal signal) {
        return first_signal + static_cast<int>(signal) - 1;
    }
};

/// The values of a dataset's samples by column; immutable.
class PickedFacts {
  public:
    /// Without a table only the first columns have values.
    PickedFacts(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const SignalTable> table);

    [[nodiscard]] const Dataset& dataset() const { return *dataset_; }
    [[nodiscard]] bool has_signals() const { return table_ != nullptr; }
    /// The number to sort by; for a class its rank among the names. NaN where it is unknown.
    [[nodiscard]] double number(int column, std::size_t sample) const;
    /// As shown, and with all digits; empty where it is unknown.
    [[nodiscard]] QString words(int column, std::size_t sample) const;
    [[nodiscard]] QString exact_words(int column, std::size_t sample) const;

  private:
    [[nodiscard]] std::optional<std::size_t> class_at(int column, std::size_t sample) const;

    std::shared_ptr<const Dataset> dataset_;
    std::shared_ptr<const SignalTable> table_;
    /// Of the last epoch with predictions.
    std::span<const std::int32_t> predictions_;
    /// Of each class, among the sorted names.
    std::vector<std::size_t> rank_;
};

/// Samples sorted by a column: ties by index, unknown values last. O(n log n).
std::vector<std::size_t> sorted_by(const PickedFacts& facts, std::span<const std::size_t> samples,
                                   int column, bool descending);

}  // namespace epochscope::app
