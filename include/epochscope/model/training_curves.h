#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace epochscope {

/// A scalar that a run logged over time. Steps increase; several points may share a step.
struct ScalarSeries {
    /// Its name in the run: a column or a tag.
    std::string name;
    /// In the unit of the run (see CurveRun::steps_are); exact up to 2^53.
    std::vector<double> steps;
    /// One a step. May be NaN or infinite: runs that diverge write such values.
    std::vector<double> values;
    /// Seconds since 1970, one a point; empty if unknown.
    std::vector<double> wall_times = {};
    /// The epoch of each point (2.5: half way from epoch 2 to epoch 3), if the source states it;
    /// else empty.
    std::vector<double> epochs = {};

    [[nodiscard]] std::size_t size() const { return values.size(); }
};

/// The kind of file that curves were read from.
enum class CurveSource : std::uint8_t { table, event_files, log };

/// The unit of a run's steps.
enum class StepUnit : std::uint8_t {
    /// Batches, or whatever the run counts.
    steps,
    /// Epoch numbers.
    epochs,
    /// Rows from 0, of a table without steps.
    rows,
};

/// The curves of one run.
struct CurveRun {
    /// The folder of its event files, relative to the opened folder, or the name of its file.
    std::string name;
    /// The absolute paths of its files, in the order of reading.
    std::vector<std::string> files;
    CurveSource source = CurveSource::table;
    StepUnit steps_are = StepUnit::steps;
    /// In the order of first occurrence; names are unique.
    std::vector<ScalarSeries> series;
};

/// The curves of several runs.
struct TrainingCurves {
    /// Sorted by name.
    std::vector<CurveRun> runs;
    /// Sentences about content that is broken or was skipped.
    std::vector<std::string> warnings;
};

}  // namespace epochscope
