#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope::app {

/// Where epochs lie on a line: by their numbers, so that gaps between them are seen.
class EpochAxis {
  public:
    EpochAxis() = default;
    /// From x = `left` (first epoch) to `right` (last epoch). One epoch lies in the middle.
    EpochAxis(std::vector<std::int64_t> numbers, double left, double right);

    [[nodiscard]] std::size_t epoch_count() const { return numbers_.size(); }
    [[nodiscard]] double x_of(std::size_t epoch) const { return x_of_number(number_of(epoch)); }
    [[nodiscard]] double x_at(double playhead) const;
    /// Where an epoch of any number lies, held or not.
    [[nodiscard]] double x_of_number(double number) const;
    /// The inverse of x_at, clamped to the epochs held.
    [[nodiscard]] double playhead_at(double x) const;
    /// playhead_at, but on an epoch where that is nearer than `reach` and than a fifth of the way
    /// to the next one.
    [[nodiscard]] double snapped_playhead_at(double x, double reach) const;

    /// Whether epochs are missing between this epoch and the next: their numbers are farther apart
    /// than those of most neighbours are.
    [[nodiscard]] bool gap_after(std::size_t epoch) const;

    /// The epochs to label so that no two labels of `width` overlap: the first, the last, and those
    /// between them with round numbers.
    [[nodiscard]] std::vector<std::size_t> labelled(double width) const;

  private:
    [[nodiscard]] double number_of(std::size_t epoch) const {
        return static_cast<double>(numbers_[epoch]);
    }

    std::vector<std::int64_t> numbers_;
    double left_ = 0;
    double right_ = 0;
    /// The usual distance of two epochs' numbers.
    double usual_ = 1;
};

}  // namespace epochscope::app
