#pragma once

#include <epochscope/model/epoch_series.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace epochscope {

/// Counts values that are not numbers: such a sample is absent, or not evaluated, at that epoch.
class AbsentValues {
  public:
    /// `what` of a sample is not a number, e.g. "confidence".
    void add(const std::string& what, std::int64_t epoch, std::size_t sample);
    void add(const AbsentValues& others);
    [[nodiscard]] bool empty() const { return kinds_.empty(); }
    /// One for each kind of value: `epoch 2: confidence of 1 sample (7) is not a number`.
    [[nodiscard]] std::vector<std::string> sentences() const;

  private:
    /// Of one epoch.
    struct Count {
        std::size_t samples = 0;
        std::size_t first = 0;
    };
    std::map<std::string, std::map<std::int64_t, Count>> kinds_;
};

/// The values of a series that are not known at epochs that know others of their kind. O(all
/// values).
AbsentValues absent_values(const EpochSeries& series);
/// The same at one epoch.
AbsentValues absent_values(const Epoch& epoch);

/// What check_values says of the epochs of a series that it refuses, in sentences: of the first few
/// epochs, and how many more there are. Empty if all values can be used. O(all values).
std::vector<std::string> refused_values(const EpochSeries& series);

}  // namespace epochscope
