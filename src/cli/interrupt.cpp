#include "cli/interrupt.h"

#include <pthread.h>

namespace epochscope::cli {

Interrupt::Interrupt() {
    sigemptyset(&awaited_);
    for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
        // What whoever started us wants ignored (nohup, say) stays ignored.
        struct sigaction now {};
        sigaction(number, nullptr, &now);
        if (now.sa_handler != SIG_IGN) sigaddset(&awaited_, number);
    }
    // The waiter is woken by this one at the end, whatever is ignored.
    sigaddset(&awaited_, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &awaited_, &before_);
    waiter_ = std::thread([this] { wait(); });
}

Interrupt::~Interrupt() {
    over_ = true;
    pthread_kill(waiter_.native_handle(), SIGUSR1);
    waiter_.join();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Interrupt::wait() {
    int number = 0;
    while (sigwait(&awaited_, &number) == 0 && !over_) {
        if (number == SIGUSR1) continue;
        signal_ = number;
        source_.request_stop();
    }
}

}  // namespace epochscope::cli
