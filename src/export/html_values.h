#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>
#include <epochscope/render/view_state.h>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace epochscope {

/// The samples and epochs of a page, by their index in the series, in increasing order.
struct HtmlChoice {
    std::vector<std::size_t> samples;
    std::vector<std::size_t> epochs;
};

/// Adds what resources/web/data.js reads of each sample at each epoch, and `notes` about what is
/// left out: places, labels, predictions, confidence, colours, neighbours.
void add_values(const Dataset& dataset, const ViewState& view, const HtmlChoice& choice,
                nlohmann::ordered_json& page, std::vector<std::string>& notes, const Job& job);

/// Adds the names of samples and their texts.
void add_texts(const Dataset& dataset, const HtmlChoice& choice, nlohmann::ordered_json& page,
               std::vector<std::string>& notes);

}  // namespace epochscope
