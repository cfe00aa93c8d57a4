// The main function of the tests that need no window.
#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_session.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

#include <epochscope/compute/simd_target.h>

#include <exception>
#include <iostream>

int main(int argc, char** argv) {
    try {
        epochscope::use_simd_target_of_environment();
    } catch (const std::exception& error) {
        // Not a target of this processor: CTest shows the tests as skipped.
        std::cerr << error.what() << '\n';
        return 77;
    }
    return Catch::Session().run(argc, argv);
}
