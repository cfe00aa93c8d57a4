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

/// A view of a table of numbers, row by row.
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

/// A linear layer from an embedding x to logits: weight x + bias.
struct LinearHead {
    /// C rows of D.
    Table weight;
    /// C entries.
    std::span<const float> bias;
};

/// The recorded values of all samples at one epoch, as views of memory that the recording keeps
/// alive.
struct RecordedEpoch {
    /// The epoch's number in the training run; numbers may have gaps.
    std::int64_t number = 0;
    /// N rows of D.
    Table embeddings;
    /// N rows of C; empty if not recorded. A row that is not finite is not known.
    Table logits;
    /// The linear layer of the logits, if recorded.
    std::optional<LinearHead> head;
    /// The loss of each sample; empty if not recorded.
    std::span<const float> losses;
    /// What made the logits where that is no linear layer and was recorded; else null.
    std::shared_ptr<const ClassifierHead> module = {};
    /// The samples that are absent at this epoch, increasing, if their rows of embeddings were
    /// filled from other epochs (see analysis/prepared_recording.h). In a recording that was just
    /// read, this is empty and their rows are not finite.
    std::span<const std::uint32_t> absent = {};
};

/// A training run: N samples in a feature space of D dimensions at each of E epochs, in the order
/// of their numbers. Cheap to copy: copies share the memory behind them. At least one sample, one
/// dimension, one class and one epoch.
class Recording {
  public:
    /// `memory` keeps alive the memory that `labels` and `epochs` view. Throws Error if epochs
    /// differ in samples, dimensions or classes, heads do not fit, labels are out of range, or
    /// epoch numbers do not increase. Does not check the values in tables: see check_values.
    Recording(Classes classes, std::span<const std::int32_t> labels,
              std::vector<RecordedEpoch> epochs, std::shared_ptr<const EpochMemory> memory);

    [[nodiscard]] std::size_t sample_count() const { return labels_.size(); }
    [[nodiscard]] std::size_t dimension() const { return epochs_.front().embeddings.columns; }
    [[nodiscard]] std::size_t epoch_count() const { return epochs_.size(); }
    /// The number of classes that can be predicted, C.
    [[nodiscard]] std::size_t class_count() const { return classes_.predictable_count(); }

    [[nodiscard]] const Classes& classes() const { return classes_; }
    /// The label of each sample: an index of the classes, of which the last may be "unlabelled".
    [[nodiscard]] std::span<const std::int32_t> labels() const { return labels_; }
    [[nodiscard]] const RecordedEpoch& epoch(std::size_t index) const { return epochs_[index]; }
    [[nodiscard]] std::span<const RecordedEpoch> epochs() const { return epochs_; }

    /// Whether every epoch has them.
    [[nodiscard]] bool has_logits() const;

    /// See EpochMemory.
    [[nodiscard]] std::optional<std::string> fault() const { return memory_->fault(); }
    void release(std::size_t epoch) const { memory_->release(epoch); }

  private:
    Classes classes_;
    std::span<const std::int32_t> labels_;
    std::vector<RecordedEpoch> epochs_;
    std::shared_ptr<const EpochMemory> memory_;
};

/// Checks that the embeddings and the head of an epoch are finite. Throws Error, e.g. `epoch "7":
/// embeddings[12] holds nan, expected finite numbers`. O(all embeddings of the epoch).
void check_values(const Recording& recording, std::size_t epoch);

/// The predictions of logits.
struct Predictions {
    /// The class of the largest logit; the first of equal ones. -1 if a logit is not finite.
    std::vector<std::int32_t> predictions;
    /// Its softmax, 0..1; NaN if unknown.
    std::vector<float> confidence;
};

/// The predictions of logits, one row a sample. O(all values).
Predictions predictions_from(const Table& logits);

}  // namespace epochscope
