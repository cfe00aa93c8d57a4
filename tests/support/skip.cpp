#if __has_include(<catch2/catch_session.hpp>)
#include <catch2/catch_all.hpp>
#else
#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>
#endif

#include "support/skip.h"

#include <iostream>

namespace epochscope::tests {

namespace {

#if defined(CATCH_VERSION_MAJOR) && CATCH_VERSION_MAJOR < 3
using Listener = Catch::TestEventListenerBase;
#else
using Listener = Catch::EventListenerBase;
#endif

/// What has run in this process: Catch2 3.0 to 3.2 and 2 have no skipped tests.
struct Progress {
    int tests = 0;
    int skipped = 0;
    bool is_skipped = false;
    std::function<void()> before_each;
};

Progress& progress() {
    static Progress progress;
    return progress;
}

class BetweenTests final : public Listener {
  public:
    using Listener::Listener;

    void testCaseStarting(const Catch::TestCaseInfo& test) override {
        Listener::testCaseStarting(test);
        progress().is_skipped = false;
        if (progress().before_each) progress().before_each();
    }

    void testCaseEnded(const Catch::TestCaseStats& test) override {
        Listener::testCaseEnded(test);
        ++progress().tests;
        if (progress().is_skipped) ++progress().skipped;
    }
};

CATCH_REGISTER_LISTENER(BetweenTests)

}  // namespace

void skip(const std::string& why) {
    std::cout << "skipped: " << why << '\n';
    progress().is_skipped = true;
    SUCCEED("skipped");
}

int run_tests(int argc, char** argv, const std::function<void()>& before_each) {
    constexpr int skipped = 77;
    progress().before_each = before_each;
    const int failures = Catch::Session().run(argc, argv);
    const bool is_skipped = progress().tests > 0 && progress().skipped == progress().tests;
    return failures == 0 && is_skipped ? skipped : failures;
}

}  // namespace epochscope::tests
