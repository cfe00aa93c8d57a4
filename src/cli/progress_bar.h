#pragma once

#include "cli/verb.h"

#include <epochscope/model/job.h>
#include <epochscope/model/time_left.h>

#include <chrono>
#include <ostream>
#include <string>
#include <utility>

namespace epochscope::cli {

/// One line that fills from left to right on a terminal, with the time that is left, and is gone
/// with the object. Elsewhere it shows nothing.
class ProgressBar {
  public:
    ProgressBar(std::ostream& err, bool terminal, std::string name);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// `share` is 0..1. Draws it anew where a percent is full, or some time after the last one.
    void show(double share);
    /// What stands behind the bar from then on.
    void note(std::string words) { note_ = std::move(words); }

  private:
    using Clock = std::chrono::steady_clock;
    void draw(int percent, const std::string& time);

    std::ostream& err_;
    bool terminal_;
    std::string name_;
    std::string note_;
    TimeLeft left_;
    Clock::time_point begun_ = Clock::now();
    Clock::time_point drawn_;
    int percent_ = -1;
};

/// Returns what `work` makes of a Job, whose progress a bar of that name shows.
template <typename Work>
auto with_bar(const Stage& stage, const char* name, const Work& work) {
    ProgressBar bar(stage.err, stage.terminal, name);
    return work(Job{.progress = [&bar](double share) { bar.show(share); }, .stop = stage.stop});
}

/// A time for people, coarser the longer it is: "40 s", "3 min", "2 h 5 min".
std::string time_text(double seconds);

}  // namespace epochscope::cli
