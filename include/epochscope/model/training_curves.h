#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace epochscope {

/// One number that a run wrote down again and again. Points are in rising order of their steps;
/// several may be at one step.
struct ScalarSeries {
    /// What the run calls it: a column's name, a tag.
    std::string name;
    /// When, in the run's own count (see CurveRun::steps_are); exact up to 2^53.
    std::vector<double> steps;
    /// As many. May be no numbers or infinite: that is what a run that diverges writes.
    std::vector<double> values;
    /// Seconds since 1970; one a point, or none where that is not known.
    std::vector<double> wall_times = {};
    /// Where in the training, as a number of epochs (2.5: half way from epoch 2 to epoch 3), by
    /// what the source itself says; one a point, or none where it does not say.
    std::vector<double> epochs = {};

    [[nodiscard]] std::size_t size() const { return values.size(); }
};

/// What curves were read from.
enum class CurveSource : std::uint8_t { table, event_files, log };

/// What the steps of a run count.
enum class StepUnit : std::uint8_t {
    /// Batches, or whatever the run counts.
    steps,
    /// Epochs, by their numbers.
    epochs,
    /// Rows of a table that does not say, from 0 on.
    rows,
};

/// The curves of one run.
struct CurveRun {
    /// The folder of its event files below what was opened, or a file's name.
    std::string name;
    /// The files, absolute, in the order in which they were read.
    std::vector<std::string> files;
    CurveSource source = CurveSource::table;
    StepUnit steps_are = StepUnit::steps;
    /// In the order in which they first occur; no name occurs twice.
    std::vector<ScalarSeries> series;
};

/// The curves of some runs.
struct TrainingCurves {
    /// In the order of their names.
    std::vector<CurveRun> runs;
    /// What is optional and broken, or was passed over, in sentences.
    std::vector<std::string> warnings;
};

}  // namespace epochscope
