#pragma once

#include <atomic>
#include <csignal>
#include <stop_token>
#include <thread>

namespace epochscope::cli {

/// While it lives, Ctrl-C (SIGINT), SIGTERM and SIGHUP ask for a stop and end nothing by
/// themselves. To be made before other threads are: they are to leave the signals to it.
class Interrupt {
  public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    [[nodiscard]] std::stop_token token() const { return source_.get_token(); }
    /// The signal that came; 0 while none has.
    [[nodiscard]] int signal() const { return signal_; }

  private:
    void wait();

    std::stop_source source_;
    std::atomic<int> signal_{0};
    std::atomic<bool> over_{false};
    sigset_t awaited_{};
    sigset_t before_{};
    std::thread waiter_;
};

}  // namespace epochscope::cli
