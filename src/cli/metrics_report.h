#pragma once

#include <epochscope/analysis/rank_test.h>
#include <epochscope/io/recording.h>
#include <epochscope/model/dataset.h>
#include <epochscope/projection/controls.h>

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <vector>

namespace epochscope::cli {

/// A folder, and how faithful it is.
struct MeasuredFolder {
    Dataset dataset;
    PictureReport report;
};

/// A test whether one folder has more of a metric than another, over samples.
struct FolderTest {
    /// Indices of the folders.
    std::size_t first = 0;
    std::size_t second = 0;
    RankTest found;
};

/// What `metrics` found of the folders that were made of one recording; at least one.
struct MetricsReport {
    const RecordedRun& run;
    std::uint64_t seed = 0;
    /// The first one has the controls.
    std::vector<MeasuredFolder> folders;
    /// One for each pair of folders, of temp_l, of the mean over epochs of each sample.
    std::vector<FolderTest> tests;
};

/// Prints one JSON object: of one folder its metrics, of several a list of these and the tests.
void print_json(std::ostream& out, const MetricsReport& report);

/// Prints the same in tables: of one folder the parts of the epochs, of several a column each.
void print_report(std::ostream& out, const MetricsReport& report);

}  // namespace epochscope::cli
