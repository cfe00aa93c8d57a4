#include "cli/call.h"
#include "cli/folder.h"
#include "support/catch.h"

#include <pthread.h>

#include <csignal>
#include <filesystem>
#include <future>
#include <string>
#include <thread>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// A thread that libraries may have before the program begins: it blocks no signal.
class Bystander {
  public:
    ~Bystander() {
        over_.set_value();
        thread_.join();
    }
    [[nodiscard]] bool take(int signal) {
        return pthread_kill(thread_.native_handle(), signal) == 0;
    }

  private:
    std::promise<void> over_;
    std::thread thread_{[over = over_.get_future()] { over.wait(); }};
};

}  // namespace

TEST_CASE("a signal stops a verb, whichever thread it comes to, and leaves nothing behind") {
    Bystander bystander;
    const int signal = GENERATE(SIGINT, SIGTERM, SIGHUP);
    const SmallFolder folder;
    const std::filesystem::path out = folder.beside("out");
    struct sigaction before {};
    sigaction(signal, nullptr, &before);
    cli::Desktop desktop;
    bool sent = false;
    desktop.paint_text = [&](PixelView, const Frame&) {
        if (!sent && std::filesystem::exists(out / "frame_00003.png"))
            sent = bystander.take(signal);
    };
    const Outcome outcome = call(
        {"export", folder.path(), "--size", "64x64", "--out", out.string(), "--between", "100000"},
        desktop);
    CHECK(sent);
    CHECK(outcome.code == 128 + signal);
    CHECK_THAT(outcome.err, contains("stopped"));
    for (const auto& entry : std::filesystem::directory_iterator(out))
        CHECK(entry.path().filename().string().starts_with("frame_"));
    // Afterwards it has the effect that it had before.
    struct sigaction now {};
    sigaction(signal, nullptr, &now);
    CHECK(now.sa_handler == before.sa_handler);
}

TEST_CASE("a signal that is ignored outside stays ignored") {
    const SmallFolder folder;
    auto* const before = std::signal(SIGHUP, SIG_IGN);
    cli::Desktop desktop;
    desktop.paint_text = [&](PixelView, const Frame&) { std::raise(SIGHUP); };
    const Outcome outcome =
        call({"export", folder.path(), "--size", "64x64", "--out", folder.beside("out")}, desktop);
    std::signal(SIGHUP, before);
    CHECK(outcome.code == 0);
}
