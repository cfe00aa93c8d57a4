#pragma once

#include <epochscope/model/job.h>

#include <cstddef>
#include <mutex>

namespace epochscope {

/// Tells a job of work that several threads share, one of them at a time. Refers to the job.
class SharedProgress {
  public:
    SharedProgress(const Job& job, std::size_t parts) : job_(job), parts_(parts) {}

    /// One of the parts is done. Throws Cancelled when asked to stop, which ends the parallel loop
    /// that it is called from.
    void done_one() {
        const std::scoped_lock lock(mutex_);
        ++done_;
        job_.reached(static_cast<double>(done_) / static_cast<double>(parts_));
    }

  private:
    const Job& job_;
    std::size_t parts_;
    std::mutex mutex_;
    std::size_t done_ = 0;
};

}  // namespace epochscope
