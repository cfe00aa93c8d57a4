#pragma once

#include <epochscope/model/dataset.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// What was decided about the label of a sample.
enum class ReviewAction : std::uint8_t {
    /// Nothing; there is a note only.
    none,
    /// It gets another label.
    relabel,
    /// It keeps its label.
    keep,
};

/// "", "relabel" or "keep".
std::string_view name_of(ReviewAction action);

/// A decision about a sample, and what was noted.
struct ReviewDecision {
    ReviewAction action = ReviewAction::none;
    /// The class of `relabel`, 0..C-1; else -1.
    std::int32_t new_label = -1;
    std::string note = {};
    /// When it was decided, in UTC: "2024-05-01T12:30:00Z".
    std::string time = {};
    /// The cells of the columns that others have added; one for each of Review::other_columns, or
    /// fewer.
    std::vector<std::string> others = {};

    friend bool operator==(const ReviewDecision&, const ReviewDecision&) = default;
};

/// The decisions about the samples of a dataset.
struct Review {
    /// By sample, 0..N-1.
    std::map<std::size_t, ReviewDecision> decisions;
    /// The names of columns that others have added to the file.
    std::vector<std::string> other_columns;
    /// The cells of rows that are not about a sample and a label of the dataset, in the order of
    /// the file: the columns that we write, then the others.
    std::vector<std::vector<std::string>> other_rows;
};

/// Where the decisions about a dataset are kept: `review.csv` in its folder, or
/// `<name>.review.csv` beside it if it is a file.
std::filesystem::path review_file_of(const Dataset& dataset);

/// Reads decisions from a table with the columns `id`, `index`, `label`, `new_label`, `action`
/// ("relabel", "keep" or empty), `note` and `time`. A missing file is an empty review.
///
/// A row is about the sample of its `id`, if both row and dataset have one, else about the sample
/// of its `index`. The last row of a sample counts. Rows about no sample, with another label than
/// the sample has, or with an unknown action or class are kept as `other_rows`, with a warning.
///
/// Throws Error if the file cannot be read, has neither `index` nor `id`, has no `action`, has a
/// row with too many cells, or ends within a row.
Review read_review(const std::filesystem::path& file, const Dataset& dataset,
                   std::vector<std::string>& warnings);

/// Writes them as CSV (RFC 4180, UTF-8): first the rows that are about no sample, then decisions by
/// sample. Throws Error.
void write_review(const Review& review, const Dataset& dataset, const std::filesystem::path& file);

/// The labels after all corrections, as in the dataset with its class "unlabelled".
std::vector<std::int32_t> corrected_labels(const Review& review, const EpochSeries& series);

/// How many labels the corrections change.
std::size_t changed_count(const Review& review, const EpochSeries& series);

/// Writes the labels of all samples after the corrections: int32 [N], -1 for no label. Throws
/// Error.
void write_corrected_array(const Review& review, const EpochSeries& series,
                           const std::filesystem::path& file);

/// The same as CSV of `id`, `index`, `label` and `new_label`, with the names of classes. Throws
/// Error.
void write_corrected_table(const Review& review, const Dataset& dataset,
                           const std::filesystem::path& file);

}  // namespace epochscope
