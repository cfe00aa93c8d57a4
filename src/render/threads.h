#pragma once

#include <epochscope/model/error.h>

#include <oneapi/tbb/info.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <stop_token>

namespace epochscope {

/// Does the work with this many threads (0: all there are). More than there are would not be had,
/// and TBB would say so on standard error.
template <typename Work>
void on_threads(int threads, const Work& work) {
    const int most = tbb::info::default_concurrency();
    tbb::task_arena arena(threads > 0 ? std::min(threads, most) : most);
    arena.execute(work);
}

/// Throws Cancelled when asked to stop, which ends the parallel loop that it is called from.
inline void end_if_stopped(const std::stop_token& stop) {
    if (stop.stop_requested()) throw Cancelled();
}

}  // namespace epochscope
