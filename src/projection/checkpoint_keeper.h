#pragma once

#include "projection/edge_training.h"

#include <epochscope/model/error.h>
#include <epochscope/projection/checkpointing.h>
#include <epochscope/projection/methods.h>

#include <chrono>
#include <functional>
#include <vector>

namespace epochscope {

/// Lets trainings go on from checkpoints and leaves such, for one method.
class CheckpointKeeper {
  public:
    /// Refers to `checkpointing`. Throws Error if what it is to go on from has other settings or is
    /// of another recording.
    CheckpointKeeper(const Checkpointing& checkpointing, const Recording& recording, Method method);

    /// What is done, for the method to go on from; null where it begins at the beginning.
    [[nodiscard]] const TrainingCheckpoint* from() const { return checkpointing_.from.get(); }
    /// What was done besides the training that comes: its maps, passes and matters.
    [[nodiscard]] TrainingCheckpoint& done() { return now_; }

    /// Does the work; where that does not come to its end, a checkpoint is left before whatever was
    /// thrown goes on.
    template <typename Work>
    void guard(const Work& work) {
        try {
            work();
        } catch (const Cancelled&) {
            leave();
            throw;
        } catch (const Error&) {
            leave();
            throw;
        }
    }

    /// EdgeTraining::run, from where the checkpoint has it at the first time. Leaves checkpoints
    /// meanwhile.
    std::vector<TrainingPass> run(EdgeTraining& training, const Job& job,
                                  const std::function<void(const TrainingPass&)>& after);

  private:
    using Clock = std::chrono::steady_clock;
    void keep();
    /// Keeps what was done, if anything was.
    void leave();

    const Checkpointing& checkpointing_;
    bool goes_on_;
    TrainingCheckpoint now_;
    Clock::time_point kept_ = Clock::now();
};

}  // namespace epochscope
