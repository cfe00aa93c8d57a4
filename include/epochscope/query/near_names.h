#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// How many letters must be changed, inserted, left out or swapped with the next to make one name
/// of the other, whatever the case of A to Z. O(product of their lengths).
std::size_t name_distance(std::string_view a, std::string_view b);

/// At most `count` of the names, those most like `wrong` first. A name that has it within comes
/// near.
std::vector<std::string> near_names(std::span<const std::string> names, std::string_view wrong,
                                    std::size_t count);

}  // namespace epochscope
