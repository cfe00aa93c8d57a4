#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>
#include <epochscope/render/view_state.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// A web page that plays a dataset, as one file that needs no network.
struct HtmlPage {
    /// The content of the file. Its policy (Content-Security-Policy) lets nothing run but our
    /// scripts; names and texts of the dataset are data.
    std::string text;
    std::size_t sample_count = 0;
    std::size_t epoch_count = 0;
    /// Sentences about what is reduced or left out, since it is too large.
    std::vector<std::string> notes = {};
};

/// Makes the page of a view. It has the epochs of these numbers (empty: all), in increasing order,
/// and the samples that the filter leaves; hidden classes are hidden at first. It begins with the
/// playhead, camera, selected sample and colours of the view.
///
/// Places are whole numbers 0..65534 across all places, or across 16 frames if some lie further
/// out. At most 24 million places, 250,000 neighbours, 1.5 million pixels of pictures of samples
/// and 3 million pixels of backgrounds. The bytes do not depend on the number of threads (0: all).
///
/// Throws Error if the series has no epoch of a number, there are more places, no sample is left,
/// a value is out of range, or a background cannot be read. O(values).
HtmlPage make_html(const Dataset& dataset, const ViewState& view,
                   std::span<const std::int64_t> epochs = {}, int threads = 0, const Job& job = {});

/// Writes it completely or not at all. Throws Error.
void write_html(const std::filesystem::path& file, const HtmlPage& page);

}  // namespace epochscope
