#pragma once

#include "support/skip.h"

#include <filesystem>
#include <optional>

namespace epochscope::tests {

/// The folder of what tests/support/make_heads.cpp wrote. Skips the test if there is no libtorch;
/// the caller returns.
inline std::optional<std::filesystem::path> torch_heads() {
#ifdef EPOCHSCOPE_HEADS
    return EPOCHSCOPE_HEADS;
#else
    skip("built without libtorch");
    return std::nullopt;
#endif
}

}  // namespace epochscope::tests
