#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/recording.h>

#include <map>
#include <optional>
#include <stop_token>
#include <string>

namespace epochscope::app {

/// The recording of a dataset, which is opened when it is first asked for and kept until it is
/// forgotten, another is asked for, or the dataset is another or has more or fewer epochs. Of one
/// thread.
class OpenedRecording {
  public:
    /// The recording at this path, with the dataset's settings (see recording_options) and without
    /// heads. Throws Error where it cannot be opened or has not the dataset's samples, and
    /// Cancelled.
    const Recording& open(const std::string& path, const Dataset& dataset,
                          const std::stop_token& stop);
    void forget() { opened_.reset(); }

  private:
    struct Opened {
        std::string path;
        std::map<std::string, std::string> settings;
        /// The dataset's, held so that another at its address is not taken for it.
        EpochSeries series;
        Recording recording;
    };
    std::optional<Opened> opened_;
};

}  // namespace epochscope::app
