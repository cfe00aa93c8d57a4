#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

namespace epochscope::bench {

/// What a script of this folder prints as one JSON object, or nothing where Python or a library of
/// the script's is not there.
std::optional<nlohmann::json> peer_result(const std::string& script, const std::string& arguments);

/// A path in single quotes, as an argument.
std::string quoted(const std::filesystem::path& path);

/// The seconds that matplotlib_peer.py measures for a thing (see there), or none where Python or
/// the library is not there.
std::optional<double> peer_seconds(const std::string& thing, std::size_t count);

}  // namespace epochscope::bench
