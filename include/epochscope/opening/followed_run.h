#pragma once

#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace epochscope {

/// What a look at a run found. Epochs are told by their numbers, rising.
struct RunNews {
    /// The run as it opens now; nothing if it does not.
    std::optional<RecordedRun> run = {};
    /// Why it does not open, in a sentence: its first epoch may be still to come, or an epoch of
    /// other samples came.
    std::string fault = {};
    /// Whole epochs that were not told of before.
    std::vector<std::int64_t> appeared = {};
    /// Epochs that were told of and have been written again.
    std::vector<std::int64_t> rewritten = {};
    /// Epochs that were told of and are not there any more; if they come back, they appear.
    std::vector<std::int64_t> gone = {};
    /// Whether the run has ended: its folder has a file `finished`, which the recorder leaves.
    bool is_finished = false;
};

/// A run that may still go on: tells at each look what is new. A new epoch counts as whole if there
/// is a later one, if it was the same at the look before, or if the run has ended, so that an
/// epoch is not taken while it is written. An epoch counts as written again if its first or last
/// sample changed, or logits or losses came to it.
class FollowedRun {
  public:
    /// `options` choose between contents: see open_recording.
    explicit FollowedRun(std::filesystem::path path, OpenOptions options = {});

    /// Opens the run once more. O(epochs). Throws Error if it has ended and does not open,
    /// Cancelled.
    RunNews look(const std::stop_token& stop = {});
    /// Waits until the next look is due: 0.2 s, or longer where looks take long, as with very many
    /// epochs or on a slow network. Throws Cancelled when stopped.
    void wait(const std::stop_token& stop) const;

  private:
    /// Tells an epoch from another of the same number.
    using Mark = std::uint64_t;

    [[nodiscard]] RunNews opened(const std::stop_token& stop) const;
    void compare(const std::map<std::int64_t, Mark>& marks, RunNews& news);

    std::filesystem::path path_;
    OpenOptions options_;
    /// Of the epochs that were told of.
    std::map<std::int64_t, Mark> told_;
    /// As the last look saw them.
    std::map<std::int64_t, Mark> seen_;
    std::chrono::steady_clock::duration took_ = {};
};

}  // namespace epochscope
