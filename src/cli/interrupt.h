#pragma once

#include <array>
#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace epochscope::cli {

/// While it lives, Ctrl-C (SIGINT), SIGTERM and SIGHUP ask for a stop and end nothing by
/// themselves, whichever thread the system gives them to: libraries may have threads that we do not
/// know of. There can be one at a time.
class Interrupt {
  public:
    /// Throws Error if the system has no pipe left.
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const { return source_.get_token(); }
    /// The signal that came; 0 while none has.
    [[nodiscard]] int signal() const { return signal_; }

  private:
    static constexpr std::array awaited{SIGINT, SIGTERM, SIGHUP};

    void wait();

    std::stop_source source_;
    std::atomic<int> signal_{0};
    std::array<struct sigaction, awaited.size()> before_{};
    std::thread waiter_;
};

}  // namespace epochscope::cli
