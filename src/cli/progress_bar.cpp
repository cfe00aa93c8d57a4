#include "cli/progress_bar.h"

#include <utility>

namespace epochscope::cli {

namespace {

constexpr int bar_width = 40;

}  // namespace

ProgressBar::ProgressBar(std::ostream& err, bool terminal, std::string name)
    : err_(err), terminal_(terminal), name_(std::move(name)) {}

ProgressBar::~ProgressBar() {
    // Back to the line's beginning, and what is right of it erased.
    if (percent_ >= 0) err_ << "\r\033[K" << std::flush;
}

void ProgressBar::show(double share) {
    const int percent = static_cast<int>(share * 100);
    if (!terminal_ || percent == percent_) return;
    percent_ = percent;
    const auto filled = static_cast<std::size_t>(percent * bar_width / 100);
    err_ << '\r' << name_ << " [" << std::string(filled, '#')
         << std::string(bar_width - filled, ' ') << "] " << percent << " %" << note_ << "\033[K"
         << std::flush;
}

}  // namespace epochscope::cli
