#pragma once

#include <epochscope/model/training_curves.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace epochscope {

/// Series by their names, in the order in which they came.
class SeriesSet {
  public:
    /// The series of this name, which is added where it is new; null where there are too many. The
    /// pointer holds until the next call.
    ScalarSeries* named(std::string_view name);

    [[nodiscard]] std::vector<ScalarSeries>& all() { return series_; }
    [[nodiscard]] const std::vector<ScalarSeries>& all() const { return series_; }
    /// Whether one was left out since there are max_series.
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
    /// Runs write their curves in turn: most often the next one comes next.
    std::size_t next_ = 0;
    bool full_ = false;
};

/// Makes room for so many points of a file of events.
void reserve(ScalarSeries& series, std::size_t more);

/// Puts the points of one series behind those of another of that name.
void append(ScalarSeries& to, const ScalarSeries& from);

/// Takes away the points at this step and after it, of a series in order; tells how many.
std::size_t cut_from(ScalarSeries& series, double step);

/// Puts points in order of their steps; those of one step stay as they came.
void put_in_order(ScalarSeries& series);

}  // namespace epochscope
