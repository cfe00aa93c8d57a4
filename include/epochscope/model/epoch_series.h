#pragma once

#include <epochscope/model/classes.h>
#include <epochscope/model/epoch_memory.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/neighbour_lists.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// All samples at one epoch, as views of memory that the series keeps alive. Every span has one
/// entry a sample, or is empty if the values are unknown at this epoch.
struct Epoch {
    /// The epoch's number in the training run; numbers may have gaps.
    std::int64_t number = 0;
    /// NaN for a sample that is absent at this epoch.
    std::span<const Point> positions;
    /// The predicted class, 0..C-1; -1 if unknown.
    std::span<const std::int32_t> predictions;
    /// The probability of the predicted class, 0..1; NaN if unknown.
    std::span<const float> confidence;
    /// The nearest in feature space of the same class, and of other classes.
    NeighbourLists intra;
    NeighbourLists inter;
};

/// The same values in vectors, for readers. Neighbour lists are rows of `samples` between
/// `offsets`, as in NeighbourLists. make_series removes a sample from its own list.
struct EpochColumns {
    struct Lists {
        std::vector<std::uint64_t> offsets;
        std::vector<std::int32_t> samples;
    };
    std::int64_t number = 0;
    std::vector<Point> positions;
    std::vector<std::int32_t> predictions;
    std::vector<float> confidence;
    Lists intra;
    Lists inter;
};

/// N samples at each of E epochs, in the order of their numbers: the common form of all that is
/// displayed. Has at least one sample, one class and one epoch. Copies are cheap and share memory.
class EpochSeries {
  public:
    /// `memory` keeps alive the memory that `labels` and `epochs` view. Throws Error if counts
    /// differ, epoch numbers do not increase, or there is no sample, class or epoch. Does not check
    /// values: readers check labels; in mapped files, values may be out of range (see
    /// check_values).
    EpochSeries(Classes classes, std::span<const std::int32_t> labels, std::vector<Epoch> epochs,
                Box frame, std::shared_ptr<const EpochMemory> memory);

    [[nodiscard]] std::size_t sample_count() const { return labels_.size(); }
    [[nodiscard]] std::size_t epoch_count() const { return epochs_.size(); }
    [[nodiscard]] std::size_t class_count() const { return classes_.names.size(); }

    [[nodiscard]] const Classes& classes() const { return classes_; }
    /// The label of each sample, 0..C-1.
    [[nodiscard]] std::span<const std::int32_t> labels() const { return labels_; }
    [[nodiscard]] const Epoch& epoch(std::size_t index) const { return epochs_[index]; }
    [[nodiscard]] std::span<const Epoch> epochs() const { return epochs_; }
    [[nodiscard]] std::span<const Point> positions(std::size_t index) const {
        return epochs_[index].positions;
    }
    /// The part of the plane that backgrounds cover and that is shown initially.
    [[nodiscard]] Box frame() const { return frame_; }
    /// The same series with another frame, which must not be empty.
    [[nodiscard]] EpochSeries with_frame(Box frame) const;
    /// The index of the epoch of this number; nothing if there is none.
    [[nodiscard]] std::optional<std::size_t> find_epoch(std::int64_t number) const;

    /// Whether at least one epoch has them.
    [[nodiscard]] bool has_predictions() const;
    [[nodiscard]] bool has_confidence() const;
    [[nodiscard]] bool has_intra() const;
    [[nodiscard]] bool has_inter() const;

    /// See EpochMemory.
    [[nodiscard]] std::optional<std::string> fault() const { return memory_->fault(); }
    void release(std::size_t epoch) const { memory_->release(epoch); }

  private:
    Classes classes_;
    std::span<const std::int32_t> labels_;
    std::vector<Epoch> epochs_;
    Box frame_;
    std::shared_ptr<const EpochMemory> memory_;
};

/// How far a confidence may be outside of 0..1 by rounding, of half precision as well.
inline constexpr float confidence_rounding = 2e-3F;

/// Makes a series that owns its memory. Sorts the epochs by number, removes samples from their own
/// neighbour lists, gives samples of label -1 the class "unlabelled", and checks all values. A
/// position or confidence that is not finite becomes NaN; a confidence just outside 0..1 becomes 0
/// or 1. Throws Error, e.g. `epoch "7": prediction[12] is 11, expected 0..9`, if counts differ, an
/// epoch number occurs twice, labels, predictions or neighbours are out of range, or confidence is
/// clearly outside 0..1. O(all values).
EpochSeries make_series(Classes classes, std::vector<std::int32_t> labels,
                        std::vector<EpochColumns> epochs, Box frame = default_frame);

/// Checks the values of an epoch as make_series does. Throws Error. O(samples).
void check_values(const EpochSeries& series, std::size_t epoch);

}  // namespace epochscope
