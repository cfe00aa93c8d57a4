#pragma once

#include <epochscope/model/classes.h>
#include <epochscope/model/epoch_memory.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// A table of numbers, row after row, as somebody else's memory holds it.
struct Table {
    std::span<const float> values;
    std::size_t columns = 0;

    [[nodiscard]] bool empty() const { return values.empty(); }
    [[nodiscard]] std::size_t rows() const { return columns == 0 ? 0 : values.size() / columns; }
    [[nodiscard]] std::span<const float> row(std::size_t index) const {
        return values.subspan(index * columns, columns);
    }
};

class ClassifierHead;

/// What makes logits of an embedding x: weight x + bias.
struct LinearHead {
    /// C rows of D.
    Table weight;
    /// C of them.
    std::span<const float> bias;
};

/// What was recorded of all samples at one epoch, as views of memory that the recording keeps
/// alive.
struct RecordedEpoch {
    /// The epoch's number in the training run; numbers may have gaps.
    std::int64_t number = 0;
    /// N rows of D: each sample's place in feature space.
    Table embeddings;
    /// N rows of C; empty where they were not recorded.
    Table logits;
    /// The linear layer that made the logits, where it was recorded.
    std::optional<LinearHead> head;
    /// The loss of each sample; empty where it was not recorded.
    std::span<const float> losses;
    /// What made the logits where that is no linear layer and was recorded; else null.
    std::shared_ptr<const ClassifierHead> module = {};
};

/// A training run: N samples in a feature space of D dimensions at each of E epochs, in the order
/// of their numbers. Cheap to copy: copies share the memory behind them. At least one sample, one
/// dimension, one class and one epoch.
class Recording {
  public:
    /// `memory` keeps alive what `labels` and `epochs` view. Throws Error where epochs disagree in
    /// samples, dimensions or classes, heads do not fit them, labels are no classes, or epochs are
    /// not in rising order of their numbers. The numbers in the tables nobody has checked: see
    /// check_values.
    Recording(Classes classes, std::span<const std::int32_t> labels,
              std::vector<RecordedEpoch> epochs, std::shared_ptr<const EpochMemory> memory);

    [[nodiscard]] std::size_t sample_count() const { return labels_.size(); }
    [[nodiscard]] std::size_t dimension() const { return epochs_.front().embeddings.columns; }
    [[nodiscard]] std::size_t epoch_count() const { return epochs_.size(); }
    [[nodiscard]] std::size_t class_count() const { return classes_.names.size(); }

    [[nodiscard]] const Classes& classes() const { return classes_; }
    /// The class that each sample was labelled with, 0..C-1.
    [[nodiscard]] std::span<const std::int32_t> labels() const { return labels_; }
    [[nodiscard]] const RecordedEpoch& epoch(std::size_t index) const { return epochs_[index]; }
    [[nodiscard]] std::span<const RecordedEpoch> epochs() const { return epochs_; }

    /// Whether every epoch has them.
    [[nodiscard]] bool has_logits() const;

    /// What has befallen the files behind it, and leave to forget an epoch: see EpochMemory.
    [[nodiscard]] std::optional<std::string> fault() const { return memory_->fault(); }
    void release(std::size_t epoch) const { memory_->release(epoch); }

  private:
    Classes classes_;
    std::span<const std::int32_t> labels_;
    std::vector<RecordedEpoch> epochs_;
    std::shared_ptr<const EpochMemory> memory_;
};

/// Checks that all numbers of an epoch are finite. Throws Error, e.g. `epoch "7": embeddings[12]
/// holds nan, expected finite numbers`. O(all values of the epoch).
void check_values(const Recording& recording, std::size_t epoch);

/// What logits say of each sample.
struct Predictions {
    /// The class of the greatest logit; of equal ones the first.
    std::vector<std::int32_t> predictions;
    /// Its softmax, 0..1.
    std::vector<float> confidence;
};

/// The verdicts of a table of logits, which must be finite; a row a sample. O(all values).
Predictions predictions_from(const Table& logits);

}  // namespace epochscope
