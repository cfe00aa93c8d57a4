#pragma once

#include "export/html_values.h"

#include <epochscope/model/image.h>

namespace epochscope {

/// A picture reduced by averages until no side is longer than `side`.
Image reduced(const Image& image, int side);

/// A picture as a data: URL, as PNG, or as JPEG where that is far smaller.
std::string data_url(const Image& image);

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
