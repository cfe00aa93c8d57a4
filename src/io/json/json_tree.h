#pragma once

#include <nlohmann/json.hpp>

#include <string_view>

namespace epochscope {

/// Parses a small JSON text. Throws Error, with messages that begin with `where`, if it is not
/// valid JSON, repeats a key in an object, or is nested more than 64 deep.
nlohmann::json parse_json_tree(std::string_view where, std::string_view text);

/// A shortened value for messages.
std::string described(const nlohmann::json& value);

}  // namespace epochscope
