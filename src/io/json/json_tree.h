#pragma once

#include <nlohmann/json.hpp>

#include <string_view>

namespace epochscope {

/// Parses the text of a small JSON file. Throws Error, its message beginning with `where`, for what
/// is no JSON, has a key twice in an object, or is nested more than 64 deep.
nlohmann::json parse_json_tree(std::string_view where, std::string_view text);

/// The value of a key for a message, shortened.
std::string described(const nlohmann::json& value);

}  // namespace epochscope
