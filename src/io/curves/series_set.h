#pragma once

#include <epochscope/model/training_curves.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace epochscope {

/// Series by name, in the order of first occurrence.
class SeriesSet {
  public:
    /// The series of this name, added if it is new; null if there are too many. Valid until the
    /// next call.
    ScalarSeries* named(std::string_view name);

    [[nodiscard]] std::vector<ScalarSeries>& all() { return series_; }
    [[nodiscard]] const std::vector<ScalarSeries>& all() const { return series_; }
    /// Whether a series was skipped because of max_series.
    [[nodiscard]] bool is_full() const { return full_; }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };

    std::vector<ScalarSeries> series_;
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> places_;
    /// Runs log curves in a fixed order, so the next one is likely.
    std::size_t next_ = 0;
    bool full_ = false;
};

/// Reserves memory for this number of points of an event file.
void reserve(ScalarSeries& series, std::size_t more);

/// Appends the points of a series to the one of the same name.
void append(ScalarSeries& to, const ScalarSeries& from);

/// Removes the points from this step on from a sorted series; returns their number.
std::size_t cut_from(ScalarSeries& series, double step);

/// Where steps go back, removes the points before from that step on, as TensorBoard does: the run
/// was begun again there. Returns their number. The points are in the order of writing.
std::size_t drop_replaced(ScalarSeries& series);

/// Sorts points stably by step.
void put_in_order(ScalarSeries& series);

}  // namespace epochscope
