#pragma once

#include <string>

namespace epochscope::tests {

/// Says that the running test is skipped, and why; the caller returns.
void skip(const std::string& why);

/// Runs the tests that the arguments name. Returns 77, which CTest shows as skipped, if one was
/// skipped and none failed.
int run_tests(int argc, char** argv);

}  // namespace epochscope::tests
