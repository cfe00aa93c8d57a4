#pragma once

#include <epochscope/model/error.h>

#include <cstddef>
#include <functional>
#include <stop_token>

namespace epochscope {

/// A progress callback and a stop token for long work.
struct Job {
    /// Called with the fraction done, 0..1, which never decreases, on the thread that does the
    /// work. May be empty.
    std::function<void(double)> progress;
    std::stop_token stop;

    /// Reports progress. Throws Cancelled if a stop is requested. Call it often.
    void reached(double fraction) const {
        if (stop.stop_requested()) throw Cancelled();
        if (progress) progress(fraction);
    }

    /// The job of the part of the work between the fractions `from` and `to`. Refers to this job,
    /// which must outlive it.
    [[nodiscard]] Job part(double from, double to) const {
        return {.progress = [this, from,
                             to](double fraction) { reached(from + (to - from) * fraction); },
                .stop = stop};
    }
    /// The job of the part of this index, of `count` equal parts.
    [[nodiscard]] Job part(std::size_t index, std::size_t count) const {
        const auto of = static_cast<double>(count);
        return part(static_cast<double>(index) / of, static_cast<double>(index + 1) / of);
    }
};

}  // namespace epochscope
