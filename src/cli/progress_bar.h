#pragma once

#include <ostream>
#include <string>
#include <utility>

namespace epochscope::cli {

/// One line that fills from left to right on a terminal, and is gone with the object. Elsewhere it
/// shows nothing.
class ProgressBar {
  public:
    ProgressBar(std::ostream& err, bool terminal, std::string name);
    ~ProgressBar();
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    /// `share` is 0..1.
    void show(double share);
    /// What stands behind the bar from the next change on.
    void note(std::string words) { note_ = std::move(words); }

  private:
    std::ostream& err_;
    bool terminal_;
    std::string name_;
    std::string note_;
    int percent_ = -1;
};

}  // namespace epochscope::cli
