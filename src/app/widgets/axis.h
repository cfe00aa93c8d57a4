#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope::app {

/// The positions of epochs on a line, by their numbers, so that gaps are visible.
class EpochAxis {
  public:
    EpochAxis() = default;
    /// From x = `left` (first epoch) to `right` (last epoch). A single epoch is in the middle.
    EpochAxis(std::vector<std::int64_t> numbers, double left, double right);

    [[nodiscard]] std::size_t epoch_count() const { return numbers_.size(); }
    [[nodiscard]] double x_of(std::size_t epoch) const { return x_of_number(number_of(epoch)); }
    [[nodiscard]] double x_at(double playhead) const;
    /// The position of any epoch number.
    [[nodiscard]] double x_of_number(double number) const;
    /// The inverse of x_at, clamped to the epochs.
    [[nodiscard]] double playhead_at(double x) const;
    /// playhead_at, snapped to an epoch that is nearer than `reach` and than a fifth of the way to
    /// the next one.
    [[nodiscard]] double snapped_playhead_at(double x, double reach) const;

    /// Whether epochs are missing between this epoch and the next: their distance is above the
    /// median.
    [[nodiscard]] bool gap_after(std::size_t epoch) const;

    /// The epochs whose labels of `width` do not overlap: the first, the last, and round numbers
    /// between them.
    [[nodiscard]] std::vector<std::size_t> labelled(double width) const;

  private:
    [[nodiscard]] double number_of(std::size_t epoch) const {
        return static_cast<double>(numbers_[epoch]);
    }

    std::vector<std::int64_t> numbers_;
    double left_ = 0;
    double right_ = 0;
    /// The median distance of two epoch numbers.
    double median_ = 1;
};

}  // namespace epochscope::app
