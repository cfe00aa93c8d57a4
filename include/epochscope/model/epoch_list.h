#pragma once

#include <epochscope/model/epoch_series.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace epochscope {

/// The epoch numbers of a list such as `1,3,5..9`, in its order. A range takes the epochs between
/// its ends, which need not exist and may be left out: `..9`, `5..`; `5..50:10` takes every tenth
/// of those from the first on. `numbers` are the epochs there are, increasing. Ignores blanks
/// around numbers. Throws Error with the faulty part if a part is empty or not a number, if a range
/// decreases or holds no epoch, or if there is no epoch of a number. O(list + epochs of each
/// range).
std::vector<std::int64_t> parse_epochs(std::string_view list,
                                       std::span<const std::int64_t> numbers);
std::vector<std::int64_t> parse_epochs(std::string_view list, const EpochSeries& series);

/// The index of the epoch of this number. Throws Error if there is none.
std::size_t epoch_index(const EpochSeries& series, std::int64_t number);

}  // namespace epochscope
