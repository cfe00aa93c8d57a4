#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace epochscope {

/// The maximum number of epochs in a list.
inline constexpr std::size_t max_epochs_listed = 1'000'000;

/// The epoch numbers of a list such as `1,3,5..9`, in its order: integers and increasing ranges
/// with both ends. Ignores blanks around numbers. Throws Error with the faulty part if a part is
/// empty, not a number or out of range, if a range decreases, or if there are more than
/// max_epochs_listed numbers. O(numbers).
std::vector<std::int64_t> parse_epochs(std::string_view list);

}  // namespace epochscope
