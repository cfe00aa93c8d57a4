#include "cli/progress_bar.h"

#include <cmath>
#include <utility>

namespace epochscope::cli {

namespace {

constexpr int bar_width = 40;
constexpr std::chrono::milliseconds between_drawings(500);

}  // namespace

ProgressBar::ProgressBar(std::ostream& err, bool terminal, std::string name)
    : err_(err), terminal_(terminal), name_(std::move(name)) {}

ProgressBar::~ProgressBar() {
    // Back to the line's beginning, and what is right of it erased.
    if (percent_ >= 0) err_ << "\r\033[K" << std::flush;
}

void ProgressBar::show(double share) {
    if (!terminal_) return;
    const int percent = static_cast<int>(share * 100);
    const auto now = Clock::now();
    if (percent == percent_ && now - drawn_ < between_drawings) return;
    const std::chrono::duration<double> taken = now - begun_;
    const auto left = left_.at(taken.count(), share);
    percent_ = percent;
    drawn_ = now;
    draw(percent, left ? ", about " + time_text(*left) + " left" : std::string());
}

void ProgressBar::draw(int percent, const std::string& time) {
    const auto filled = static_cast<std::size_t>(percent * bar_width / 100);
    err_ << '\r' << name_ << " [" << std::string(filled, '#')
         << std::string(bar_width - filled, ' ') << "] " << percent << " %" << time << note_
         << "\033[K" << std::flush;
}

std::string time_text(double seconds) {
    constexpr long minute = 60;
    constexpr long hour = 3600;
    const long whole = std::lround(seconds);
    if (whole < 2 * minute) return std::to_string(whole) + " s";
    if (whole < 2 * hour) return std::to_string((whole + minute / 2) / minute) + " min";
    return std::to_string(whole / hour) + " h " + std::to_string(whole % hour / minute) + " min";
}

}  // namespace epochscope::cli
