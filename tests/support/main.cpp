// The main function of the tests that need no window.
#include "support/skip.h"

#include <epochscope/compute/simd_target.h>

#include <oneapi/tbb/global_control.h>

#include <exception>
#include <iostream>

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define EPOCHSCOPE_TESTS_WITHOUT_WORKERS
#endif
#endif

int main(int argc, char** argv) {
#ifdef EPOCHSCOPE_TESTS_WITHOUT_WORKERS
    // Debian's oneTBB is not instrumented: what its threads hand over would look like races.
    const tbb::global_control serial(tbb::global_control::max_allowed_parallelism, 1);
#endif
    try {
        epochscope::choose_simd_kernels();
    } catch (const std::exception& error) {
        // Not a target of this processor: CTest shows the tests as skipped.
        std::cerr << error.what() << '\n';
        return 77;
    }
    return epochscope::tests::run_tests(argc, argv);
}
