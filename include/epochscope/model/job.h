#pragma once

#include <epochscope/model/error.h>

#include <cstddef>
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
    void reached(double fraction) const {
        if (stop.stop_requested()) throw Cancelled();
        if (progress) progress(fraction);
    }

    /// The job of the part of the work that begins when the share `from` of it is done and ends at
    /// `to`. Refers to this one, which has to outlive it.
    [[nodiscard]] Job part(double from, double to) const {
        return {.progress = [this, from,
                             to](double fraction) { reached(from + (to - from) * fraction); },
                .stop = stop};
    }
    /// The job of one part of the work, the one of this index, `count` of them being alike.
    [[nodiscard]] Job part(std::size_t index, std::size_t count) const {
        const auto of = static_cast<double>(count);
        return part(static_cast<double>(index) / of, static_cast<double>(index + 1) / of);
    }
};

}  // namespace epochscope
