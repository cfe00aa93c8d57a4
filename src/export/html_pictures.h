#pragma once

#include "export/html_values.h"

namespace epochscope {

/// Adds the pictures of the samples as one picture of equal tiles, and `notes` about those that are
/// left out.
void add_sample_pictures(const Dataset& dataset, const HtmlChoice& choice,
                         nlohmann::ordered_json& page, std::vector<std::string>& notes,
                         const Job& job);

/// Adds the background of each epoch. Throws Error if one cannot be read.
void add_backgrounds(const Dataset& dataset, const ViewState& view, const HtmlChoice& choice,
                     int threads, nlohmann::ordered_json& page, std::vector<std::string>& notes,
                     const Job& job);

}  // namespace epochscope
