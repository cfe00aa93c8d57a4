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

/// The columns of picked samples: what they are called, labelled and predicted at last, then all
/// signals but the label's index.
class PickedColumns {
  public:
    enum : int { id, label, prediction, first_signal };
    static constexpr int count = first_signal + static_cast<int>(signal_count) - 1;

    /// "id", "label", "pred_label", "s_label", ...
    [[nodiscard]] static QString name(int column);
    /// What it is, in the user's language.
    [[nodiscard]] static QString words(int column);
    [[nodiscard]] static std::optional<Signal> signal_of(int column);
};

/// What is known of the samples of a dataset, in columns: values that nobody changes any more.
class PickedFacts {
  public:
    /// Without a table nothing is known but the first columns.
    PickedFacts(std::shared_ptr<const Dataset> dataset, std::shared_ptr<const SignalTable> table);

    [[nodiscard]] const Dataset& dataset() const { return *dataset_; }
    [[nodiscard]] bool has_signals() const { return table_ != nullptr; }
    /// A number by which rows are sorted, that of a class being its place among the names; no
    /// number where it is not known.
    [[nodiscard]] double number(int column, std::size_t sample) const;
    /// As it is shown, or with all its digits; empty where it is not known.
    [[nodiscard]] QString words(int column, std::size_t sample) const;
    [[nodiscard]] QString exact_words(int column, std::size_t sample) const;

  private:
    [[nodiscard]] std::optional<std::size_t> class_at(int column, std::size_t sample) const;

    std::shared_ptr<const Dataset> dataset_;
    std::shared_ptr<const SignalTable> table_;
    /// Of the last epoch that has them.
    std::span<const std::int32_t> predictions_;
    /// Of each class, its place among the names in order.
    std::vector<std::size_t> rank_;
};

/// Samples sorted by a column, of equal ones the lower index first; those of which it is not known
/// come last. O(n log n).
std::vector<std::size_t> sorted_by(const PickedFacts& facts, std::span<const std::size_t> samples,
                                   int column, bool descending);

}  // namespace epochscope::app
