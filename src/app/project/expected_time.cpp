#include "app/project/expected_time.h"

#include "app/widgets/time_words.h"

#include <epochscope/io/recording.h>
#include <epochscope/model/job.h>
#include <epochscope/opening/open_folder.h>

#include <algorithm>
#include <cmath>
#include <exception>

namespace epochscope::app {
namespace {

/// Painting and writing a landscape, in seconds a million pixels.
constexpr double painted = 0.25;

/// As precise as an estimate is: 7, 25, 90.
double rounded(double seconds) {
    const double step = seconds < 10 ? 1 : seconds < 60 ? 5 : 10;
    return std::max(1.0, std::round(seconds / step) * step);
}

}  // namespace

QString expected_words(double seconds) {
    return ExpectedTime::tr("About %1 on this machine").arg(time_words(rounded(seconds)));
}

ExpectedTime::ExpectedTime(QObject* parent)
    : QObject(parent),
      query_([this](const ProjectRun& run, const std::stop_token& stop) { return look(run, stop); },
             [this](const ProjectRun&, std::optional<double> seconds) { emit found(seconds); }) {}

void ExpectedTime::ask(const ProjectRun& run) { query_.ask(run); }

void ExpectedTime::forget() { query_.cancel(); }

std::optional<double> ExpectedTime::look(const ProjectRun& run, const std::stop_token& stop) {
    try {
        if (!recording_ || opened_ != run.recording) {
            recording_.reset();
            OpenOptions opening = options_for_recording(run.recording, run.opening);
            opening.heads = run.heads;
            recording_ =
                open_recording(run.recording, opening, {.progress = {}, .stop = stop}).recording;
            opened_ = run.recording;
        }
        if (!speed_) speed_ = measured_speed(stop);
        ProjectOptions options = run.options;
        // Maps that are there place samples about as fast.
        if (!run.maps.empty()) options.method = PcaOptions{};
        std::optional<double> seconds = seconds_needed(*recording_, options, *speed_);
        if (seconds && run.landscape) {
            const double pixels = 1e-6 * run.landscape->width * run.landscape->height;
            *seconds += painted * pixels * static_cast<double>(recording_->epoch_count());
        }
        return seconds;
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception&) {
        // What is at fault is told when it is projected.
        return std::nullopt;
    }
}

}  // namespace epochscope::app
