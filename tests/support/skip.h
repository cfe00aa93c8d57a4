#pragma once

#include <functional>
#include <string>

namespace epochscope::tests {

/// Whether memory is checked, which makes everything several times as slow.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool is_sanitized = true;
#elif defined(__has_feature)
inline constexpr bool is_sanitized = __has_feature(address_sanitizer);
#else
inline constexpr bool is_sanitized = false;
#endif

/// Says that the running test is skipped, and why; the caller returns.
void skip(const std::string& why);

/// Runs the tests that the arguments name, and `before_each` before each of them. Returns 77, which
/// CTest shows as skipped, if every test that ran was skipped.
int run_tests(int argc, char** argv, const std::function<void()>& before_each = {});

}  // namespace epochscope::tests
