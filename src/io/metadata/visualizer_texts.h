#pragma once

#include <epochscope/model/column.h>
#include <epochscope/model/metadata.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// What time-travelling-visualizer keeps of samples in the folder `dataset` of a run, as columns
/// beside those of `metadata`, which come first:
/// - `text`, the lines of `text.txt`;
/// - `aligned`, of `align.json`: the first sample of those that belong together by pairs
///   (`{"ground_truth_pairs": [[0, 7], [7, 9]]}`); missing for samples in no pair;
/// - `split`, the name of the list in `index.json` that a sample is in, if there are several.
///
/// Broken files are warnings. Null if there are no columns at all.
std::shared_ptr<const Metadata> with_visualizer_texts(
    const std::shared_ptr<const Metadata>& metadata, const std::filesystem::path& run,
    std::size_t samples, std::vector<std::string>& warnings);

/// The column `text` of such a text. Throws Error if it has another number of lines.
Column text_column(std::string_view where, std::string_view text, std::size_t samples);

/// The column `aligned` of such a text; nothing if it has no pairs. Throws Error if it is faulty.
std::optional<Column> aligned_column(std::string_view where, std::string_view text,
                                     std::size_t samples);

/// The column `split` of the text of an index.json; nothing if it has one list only. Throws Error
/// if it is faulty.
std::optional<Column> split_column(std::string_view where, std::string_view text,
                                   std::size_t samples);

}  // namespace epochscope
