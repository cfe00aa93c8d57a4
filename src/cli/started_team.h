#pragma once

#include <epochscope/compute/team.h>

#include <cstddef>
#include <memory>
#include <stop_token>

namespace epochscope::cli {

/// As which of how many processes that were started together this one was started (mpirun, srun).
struct StartedAs {
    std::size_t rank = 0;
    std::size_t size = 1;
};

/// By the environment; MPI is not asked.
StartedAs started_as();

/// The processes that were started together, once they have met.
class StartedTeam : public Ranks {
  public:
    /// Ends all of them.
    virtual void abort(int code) = 0;
    /// Waits until all have done their work; afterwards nothing else may be called. Throws
    /// Cancelled.
    virtual void leave() = 0;
};

/// Meets the others, by MPI. What waits for others throws Cancelled when asked to stop. Throws
/// Error if the part of the program that knows MPI is not there, or MPI counts otherwise.
std::shared_ptr<StartedTeam> join_team(const StartedAs& started, const std::stop_token& stop);

}  // namespace epochscope::cli
