#pragma once

#include <epochscope/model/error.h>

#include <functional>
#include <stop_token>

namespace epochscope {

/// What long work is handed: whom to tell how far it is, and how to learn that it should stop.
struct Job {
    /// Called with the share done, 0..1, never falling, from the thread that does the work. May be
    /// empty.
    std::function<void(double)> progress;
    std::stop_token stop;

    /// Tells the progress and throws Cancelled when asked to stop. Call it often.
    void reached(double share) const {
        if (stop.stop_requested()) throw Cancelled();
        if (progress) progress(share);
    }
};

}  // namespace epochscope
