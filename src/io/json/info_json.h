#pragma once

#include "io/recording/recording_link.h"

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

/// The maximum size of an `info.json` in bytes: about 20 million labels.
inline constexpr std::size_t max_info_json = std::size_t{64} << 20U;

/// The part of an `info.json` about the plane.
struct FrameInfo {
    /// `frame`: [[x0,y0],[x1,y1]].
    std::optional<Box> frame;
    /// `background_origin`: "lower" or "upper".
    std::optional<Origin> background_origin;
    /// `axes`: {"x": name, "y": name}.
    std::optional<Axes> axes;
};

/// The `info.json` of a Sequence-Scatter folder.
struct InfoJson {
    Classes classes;
    /// The class of each sample, 0..C-1, or -1 without a label; at least one.
    std::vector<std::int32_t> labels;
    FrameInfo place;
    /// `background`: the path of backgrounds relative to the folder, with `${epoch}` for the epoch
    /// number; empty if not given.
    std::string background;
    /// `source.recording`, if it is an absolute path, and `source.recording_relative`.
    RecordingLink recording;
};

/// Parses an `info.json`. `label_text` and `label_index` are required; `label_color` is optional.
/// Throws Error, with messages that begin with "info.json". Faulty optional content becomes a
/// warning.
InfoJson parse_info_json(std::string_view text, std::vector<std::string>& warnings);

/// The `info.json` of an array folder.
struct ArrayInfo {
    Classes classes;
    /// As in InfoJson; empty if only `labels.npy` has labels.
    std::vector<std::int32_t> labels;
    FrameInfo place;
    /// `epochs`: the unique number of each epoch, in the order of the arrays.
    std::vector<std::int64_t> epochs;
    /// `unknown`: for the name of an array, the epochs without values.
    std::map<std::string, std::set<std::int64_t>> unknown;
    /// As in InfoJson.
    RecordingLink recording;
    /// `live`: the folder may grow just now, so that its arrays may have more rows than `epochs`
    /// names; the first ones count.
    bool is_live = false;
};

/// Parses the `info.json` of an array folder, like parse_info_json; `epochs` is required,
/// `label_index` optional.
ArrayInfo parse_array_info(std::string_view text, std::vector<std::string>& warnings);

/// Parses only a FrameInfo; everything is optional.
FrameInfo parse_frame_info(std::string_view text, std::vector<std::string>& warnings);

/// The strings of `source`; empty if there is none.
std::map<std::string, std::string> parse_source(std::string_view text);

/// `predictions` of an `info.json`, "logits" or "probabilities": what the model's outputs are;
/// empty if it is not given. Other values become a warning.
std::string parse_output_kind(std::string_view text, std::vector<std::string>& warnings);

/// Parses the `classes` of a recording's `dataset/info.json`, at least one name, and its
/// `label_color`. Faulty colours become a warning.
Classes parse_run_classes(std::string_view text, std::vector<std::string>& warnings);

}  // namespace epochscope
