#pragma once

#include <optional>
#include <string>

namespace epochscope::bench {

/// The seconds that matplotlib_peer.py measures for a thing (see there), or none where Python or
/// the library is not there.
std::optional<double> peer_seconds(const std::string& thing, std::size_t count);

}  // namespace epochscope::bench
