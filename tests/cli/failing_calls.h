#pragma once

#include <cstddef>

namespace epochscope::tests {

/// While it lives, one of the system's calls that change files fails: of open (for a new file),
/// write, pwrite, fdatasync, rename and mkdir, in the order in which this process calls them. There
/// can be one at a time. Not under sanitizers, which have those calls for themselves.
class FailingCalls {
  public:
    /// `at`: which call, from 0; `error`: what it fails with, as ENOSPC. EINTR fails a call that
    /// can be repeated, once.
    FailingCalls(std::size_t at, int error);
    ~FailingCalls();
    FailingCalls(const FailingCalls&) = delete;
    FailingCalls& operator=(const FailingCalls&) = delete;

    /// Whether there were as many calls.
    [[nodiscard]] bool has_failed() const;
};

}  // namespace epochscope::tests
