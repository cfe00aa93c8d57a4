#include "query/missing_epoch.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace epochscope {

std::string missing_epoch(const EpochSeries& series, std::optional<std::int64_t> number,
                          std::string_view digits) {
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    const auto epochs = series.epochs();
    const std::int64_t wanted = number.value_or(digits.starts_with('-') ? least : most);
    const std::string missing = "there is no epoch " + std::string(digits);
    const auto after = std::ranges::lower_bound(epochs, wanted, {}, &Epoch::number);
    if (after == epochs.begin())
        return missing + "; the first is " + std::to_string(epochs.front().number);
    if (after == epochs.end())
        return missing + "; the last is " + std::to_string(epochs.back().number);
    return missing + "; the nearest are " + std::to_string(std::prev(after)->number) + " and " +
           std::to_string(after->number);
}

}  // namespace epochscope
