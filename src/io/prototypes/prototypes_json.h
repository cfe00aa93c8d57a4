#pragma once

#include <epochscope/model/prototypes.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The content of `prototypes.json`: see io/prototypes.h. Levels have no epochs.
struct PrototypesInfo {
    std::vector<std::int64_t> epochs;
    Prototypes prototypes;
};

inline constexpr const char* prototypes_json = "prototypes.json";
inline constexpr std::size_t max_prototype_levels = 64;
inline constexpr std::size_t max_prototypes_json = std::size_t{16} << 20U;

/// Parses it. Throws Error, e.g. `prototypes.json: levels[1]: clusters is -3, expected an integer
/// 1..1000000000`.
PrototypesInfo parse_prototypes_info(std::string_view text);

/// Its text.
std::string text_of(const PrototypesInfo& info);

}  // namespace epochscope
