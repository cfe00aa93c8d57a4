#pragma once

#include <epochscope/io/review.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The columns of the file, in this order.
inline constexpr std::array<std::string_view, 7> review_columns{
    "id", "index", "label", "new_label", "action", "note", "time"};

enum ReviewColumn : std::size_t { id, index, label, new_label, action, note, time };

/// Reads decisions from a text; `where` names it in errors. See read_review.
Review parse_review(const std::string& where, std::string_view text, const Dataset& dataset,
                    std::vector<std::string>& warnings);

/// The id of a sample in words; empty if the dataset has none.
std::string id_words(const Dataset& dataset, std::size_t sample);

}  // namespace epochscope
