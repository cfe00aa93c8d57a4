#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace epochscope {

/// Most numbers that a list of epochs may name.
inline constexpr std::size_t max_epochs_listed = 1'000'000;

/// The epoch numbers that a list as `1,3,5..9` names, in its order: whole numbers and ranges from
/// the lower to the higher number, both included. Blanks around numbers do not matter. Throws Error
/// with the part that is at fault for an empty list or part, what is no number or too large for
/// one, a range that falls, and more than max_epochs_listed numbers. O(numbers).
std::vector<std::int64_t> parse_epochs(std::string_view list);

}  // namespace epochscope
