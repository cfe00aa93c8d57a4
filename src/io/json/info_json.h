#pragma once

#include <epochscope/model/axes.h>
#include <epochscope/model/background.h>
#include <epochscope/model/classes.h>
#include <epochscope/model/geometry.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// Largest `info.json` that is read, in bytes: some 20 million labels.
inline constexpr std::size_t max_info_json = std::size_t{64} << 20U;

/// What an `info.json` says of the plane: its frame, which way up backgrounds lie in it, and what
/// its axes mean.
struct FrameInfo {
    /// `frame`: [[x0,y0],[x1,y1]].
    std::optional<Box> frame;
    /// `background_origin`: "lower" or "upper".
    std::optional<Origin> background_origin;
    /// `axes`: {"x": name, "y": name}.
    std::optional<Axes> axes;
};

/// What `info.json` says of a Sequence-Scatter folder.
struct InfoJson {
    Classes classes;
    /// The class of each sample, 0..C-1; at least one.
    std::vector<std::int32_t> labels;
    FrameInfo place;
    /// `background`: the files of backgrounds, with `${epoch}` for the epoch's number, from the
    /// folder on; empty where it is not given.
    std::string background;
    /// `source.recording`, where it is an absolute path; empty otherwise.
    std::string recording;
};

/// Reads the text of an `info.json`. `label_text` and `label_index` are required; without
/// `label_color` there are no colours. Throws Error, its messages beginning with "info.json"; what
/// is optional and broken becomes a warning.
InfoJson parse_info_json(std::string_view text, std::vector<std::string>& warnings);

/// What `info.json` says of an array folder.
struct ArrayInfo {
    Classes classes;
    /// As in InfoJson; empty where `label_index` is left to `labels.npy`.
    std::vector<std::int32_t> labels;
    FrameInfo place;
    /// `epochs`: the number of each epoch, in the order of the arrays; none occurs twice.
    std::vector<std::int64_t> epochs;
    /// `unknown`: for the name of an array, the numbers of the epochs at which it says nothing.
    std::map<std::string, std::set<std::int64_t>> unknown;
    /// As in InfoJson.
    std::string recording;
};

/// Reads the text of an array folder's `info.json`; as parse_info_json, but that `epochs` is
/// required and `label_index` is not.
ArrayInfo parse_array_info(std::string_view text, std::vector<std::string>& warnings);

/// Reads what a FrameInfo has alone; all of it may be missing.
FrameInfo parse_frame_info(std::string_view text, std::vector<std::string>& warnings);

/// Reads the texts of `source`: what made the folder. Empty where it says nothing; what is no text
/// is left out.
std::map<std::string, std::string> parse_source(std::string_view text);

/// Reads the `classes` of a recording's `dataset/info.json`: at least one name.
std::vector<std::string> parse_class_names(std::string_view text);

}  // namespace epochscope
