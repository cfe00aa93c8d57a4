// The main function of the tests that need no window.
#include "support/skip.h"

#include <epochscope/compute/simd_target.h>

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
    try {
        epochscope::choose_simd_kernels();
    } catch (const std::exception& error) {
        // Not a target of this processor: CTest shows the tests as skipped.
        std::cerr << error.what() << '\n';
        return 77;
    }
    return epochscope::tests::run_tests(argc, argv);
}
