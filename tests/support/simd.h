#pragma once

#include "support/catch.h"

#include <epochscope/compute/simd_target.h>

namespace epochscope::tests {

/// Calls a function with each SIMD target of this processor in use, the best first.
template <typename Function>
void for_each_simd_target(const Function& function) {
    for (const std::string& target : simd_targets()) {
        CAPTURE(target);
        use_simd_target(target);
        function();
    }
    use_simd_target(simd_targets().front());
    choose_simd_kernels();
}

}  // namespace epochscope::tests
