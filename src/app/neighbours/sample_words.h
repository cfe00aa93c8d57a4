#pragma once

#include <epochscope/model/epoch_series.h>

#include <QString>

#include <cstddef>
#include <optional>

namespace epochscope::app {

/// A sample's label, prediction and confidence at an epoch.
struct SampleFacts {
    std::size_t label = 0;
    std::optional<std::size_t> prediction;
    std::optional<double> confidence;

    /// False if the label is the class "unlabelled".
    bool is_labelled = true;

    [[nodiscard]] bool is_wrong() const {
        return is_labelled && prediction && *prediction != label;
    }
};

SampleFacts facts_of(const EpochSeries& series, std::size_t epoch, std::size_t sample);

/// The name of a class.
QString class_name(const EpochSeries& series, std::size_t index);

/// A fraction, 0..1, as "93 %".
QString percent(double fraction);

}  // namespace epochscope::app
