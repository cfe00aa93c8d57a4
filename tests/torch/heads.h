#pragma once

#include "support/catch.h"

#include <filesystem>
#include <iostream>
#include <optional>

namespace epochscope::tests {

/// The folder of what tests/support/make_heads.cpp wrote. Where there is no libtorch, says so in
/// the words that make CTest show the test as skipped; the caller returns.
inline std::optional<std::filesystem::path> torch_heads() {
#ifdef EPOCHSCOPE_HEADS
    return EPOCHSCOPE_HEADS;
#else
    std::cout << "[skipped] built without libtorch\n";
    SUCCEED("skipped");
    return std::nullopt;
#endif
}

}  // namespace epochscope::tests
