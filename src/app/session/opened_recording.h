#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <map>
#include <optional>
#include <stop_token>
#include <string>

namespace epochscope::app {

/// The recording of a dataset, which is opened when it is first asked for and kept until it is
/// forgotten, another is asked for, or the dataset has more or fewer epochs. Of one thread.
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
        /// Of the dataset.
        std::size_t epochs = 0;
        Recording recording;
    };
    std::optional<Opened> opened_;
};

}  // namespace epochscope::app
