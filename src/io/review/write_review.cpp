#include "io/npy/array_file.h"
#include "io/review/review_text.h"

#include <epochscope/io/csv_line.h>
#include <epochscope/io/output_file.h>
#include <epochscope/io/review.h>

#include <algorithm>
#include <array>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> row_of(const Dataset& dataset, std::size_t sample,
                                const ReviewDecision& decision, std::size_t columns) {
    const auto& names = dataset.series.classes().names;
    const std::string& label = names[static_cast<std::size_t>(dataset.series.labels()[sample])];
    std::string new_label;
    if (decision.action == ReviewAction::keep) new_label = label;
    if (decision.action == ReviewAction::relabel)
        new_label = names[static_cast<std::size_t>(decision.new_label)];
    std::vector<std::string> row{id_words(dataset, sample),
                                 std::to_string(sample),
                                 label,
                                 new_label,
                                 std::string(name_of(decision.action)),
                                 decision.note,
                                 decision.time};
    row.insert(row.end(), decision.others.begin(), decision.others.end());
    row.resize(columns);
    return row;
}

}  // namespace

void write_review(const Review& review, const Dataset& dataset, const fs::path& file) {
    std::vector<std::string> head(review_columns.begin(), review_columns.end());
    head.insert(head.end(), review.other_columns.begin(), review.other_columns.end());
    OutputFile out(file);
    out.write(csv_line(head));
    for (const auto& row : review.other_rows) out.write(csv_line(row));
    for (const auto& [sample, decision] : review.decisions)
        out.write(csv_line(row_of(dataset, sample, decision, head.size())));
    out.finish();
}

std::vector<std::int32_t> corrected_labels(const Review& review, const EpochSeries& series) {
    std::vector<std::int32_t> labels(series.labels().begin(), series.labels().end());
    for (const auto& [sample, decision] : review.decisions)
        if (decision.action == ReviewAction::relabel) labels[sample] = decision.new_label;
    return labels;
}

std::size_t changed_count(const Review& review, const EpochSeries& series) {
    return static_cast<std::size_t>(std::ranges::count_if(review.decisions, [&](const auto& made) {
        return made.second.action == ReviewAction::relabel &&
               made.second.new_label != series.labels()[made.first];
    }));
}

void write_corrected_array(const Review& review, const EpochSeries& series, const fs::path& file) {
    std::vector<std::int32_t> labels = corrected_labels(review, series);
    if (const auto unlabelled = series.classes().unlabelled)
        std::ranges::replace(labels, *unlabelled, no_label);
    ArrayFile<std::int32_t> out(file, {labels.size()});
    out.write(labels);
    out.finish();
}

void write_corrected_table(const Review& review, const Dataset& dataset, const fs::path& file) {
    const EpochSeries& series = dataset.series;
    const auto& names = series.classes().names;
    const std::vector<std::int32_t> labels = corrected_labels(review, series);
    OutputFile out(file);
    out.write("id,index,label,new_label\r\n");
    for (std::size_t sample = 0; sample < labels.size(); ++sample) {
        const std::array<std::string, 4> row{
            id_words(dataset, sample), std::to_string(sample),
            names[static_cast<std::size_t>(series.labels()[sample])],
            names[static_cast<std::size_t>(labels[sample])]};
        out.write(csv_line(row));
    }
    out.finish();
}

}  // namespace epochscope
