#include "cli/interrupt.h"

#include <epochscope/model/error.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>

namespace epochscope::cli {

namespace {

/// The handler writes to the first end, and a thread reads from the second. Never closed: a handler
/// may still run in some thread when nobody waits any more.
struct Pipe {
    Pipe() {
        std::array<int, 2> ends{};
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw Error("signals", "cannot be awaited");
        read_end = ends[0];
        write_end = ends[1];
    }
    int read_end = -1;
    int write_end = -1;
};

const Pipe& signal_pipe() {
    static const Pipe pipe;
    return pipe;
}

/// Tells the waiting thread of a signal; 0: that there is nothing more to wait for. A handler may
/// do no more than this.
void tell(int number) {
    const int error = errno;
    const auto byte = static_cast<unsigned char>(number);
    const auto written = ::write(signal_pipe().write_end, &byte, 1);
    static_cast<void>(written);
    errno = error;
}

extern "C" void on_interrupt(int number) { tell(number); }

}  // namespace

Interrupt::Interrupt() {
    static_cast<void>(signal_pipe());
    waiter_ = std::thread([this] { wait(); });
    struct sigaction action {};
    action.sa_handler = on_interrupt;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < awaited.size(); ++i) {
        ::sigaction(awaited[i], nullptr, &before_[i]);
        // What whoever started us wants ignored (nohup, say) stays ignored.
        if (before_[i].sa_handler != SIG_IGN) ::sigaction(awaited[i], &action, nullptr);
    }
}

Interrupt::~Interrupt() {
    for (std::size_t i = 0; i < awaited.size(); ++i) ::sigaction(awaited[i], &before_[i], nullptr);
    tell(0);
    waiter_.join();
}

void Interrupt::wait() {
    unsigned char number = 0;
    while (true) {
        const auto count = ::read(signal_pipe().read_end, &number, 1);
        if (count < 0 && errno == EINTR) continue;
        if (count != 1 || number == 0) return;
        signal_ = number;
        source_.request_stop();
    }
}

}  // namespace epochscope::cli
