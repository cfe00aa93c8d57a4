#include "app/session/opened_recording.h"

#include <epochscope/io/recording.h>
#include <epochscope/model/error.h>

namespace epochscope::app {

const Recording& OpenedRecording::open(const std::string& path, const Dataset& dataset,
                                       const std::stop_token& stop) {
    const EpochSeries& series = dataset.series;
    const bool is_open = opened_ && opened_->path == path &&
                         opened_->series.labels().data() == series.labels().data() &&
                         opened_->series.epoch_count() == series.epoch_count() &&
                         opened_->settings == dataset.recording_settings;
    if (!is_open) {
        opened_.reset();
        OpenOptions options = recording_options(dataset);
        options.heads.is_wanted = false;
        opened_ = {path, dataset.recording_settings, series,
                   open_recording(path, options, {.progress = {}, .stop = stop}).recording};
    }
    const Recording& recording = opened_->recording;
    if (recording.sample_count() != dataset.series.sample_count())
        throw Error(path, "has ", recording.sample_count(), " samples, the folder has ",
                    dataset.series.sample_count());
    return recording;
}

}  // namespace epochscope::app
