#pragma once

#include <epochscope/model/error.h>

#include <oneapi/tbb/info.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <stop_token>

namespace epochscope {

/// How many threads to use where `wanted` are asked for (0: all there are). More than there are
/// would not be had, and TBB would say so on standard error.
inline int threads_of(int wanted) {
    const int most = tbb::info::default_concurrency();
    return wanted > 0 ? std::min(wanted, most) : most;
}

/// Does the work with this many threads (0: all there are).
template <typename Work>
void on_threads(int threads, const Work& work) {
    tbb::task_arena arena(threads_of(threads));
    arena.execute(work);
}

/// Throws Cancelled when asked to stop, which ends the parallel loop that it is called from.
inline void end_if_stopped(const std::stop_token& stop) {
    if (stop.stop_requested()) throw Cancelled();
}

}  // namespace epochscope
