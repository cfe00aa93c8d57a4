#include "app/window/termination.h"

#include <QSocketNotifier>

#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <utility>

namespace epochscope::app {
namespace {

constexpr std::array watched{SIGTERM, SIGINT, SIGHUP};

/// A handler may do little: it writes to the first end, and the event loop reads from the second.
std::array<int, 2>& ends() {
    static std::array<int, 2> pair{-1, -1};
    return pair;
}

extern "C" void note_signal(int) {
    const char one = 1;
    const auto written = write(ends()[0], &one, 1);
    static_cast<void>(written);
}

}  // namespace

TerminationWatch::TerminationWatch(std::function<void()> end) {
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends().data()) != 0) return;
    auto* notifier = new QSocketNotifier(ends()[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [notifier, end = std::move(end)] {
        notifier->setEnabled(false);
        end();
    });
    for (const int signal : watched) std::signal(signal, note_signal);
}

TerminationWatch::~TerminationWatch() {
    if (ends()[0] < 0) return;
    for (const int signal : watched) std::signal(signal, SIG_DFL);
    for (int& end : ends()) close(std::exchange(end, -1));
}

}  // namespace epochscope::app
