#pragma once

#include <epochscope/model/background.h>
#include <epochscope/model/epoch_series.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// A folder that was opened: the series, its backgrounds, and what the user should know about it.
struct Dataset {
    EpochSeries series;
    /// Null where there are none.
    std::shared_ptr<const BackgroundSource> backgrounds;
    Origin background_origin = Origin::lower;
    /// Where the orientation was found by agreement: the share of points whose background has the
    /// colour of the class predicted for them, each way round (see FORMATS.md, section 1).
    struct Agreement {
        double lower = 0;
        double upper = 0;
    };
    std::optional<Agreement> origin_agreement;
    /// What is shown in a title bar: the folder's name.
    std::string name;
    /// The folder, absolute.
    std::string path;
    /// What the format is called: "Sequence-Scatter", ...
    std::string format;
    /// What is optional and broken, in sentences.
    std::vector<std::string> warnings;
};

}  // namespace epochscope
