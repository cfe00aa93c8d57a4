#pragma once

#include <algorithm>
#include <thread>

namespace epochscope::app {

/// For work that nobody asked for: a core is left to the rest.
inline int spare_threads() {
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
}

}  // namespace epochscope::app
