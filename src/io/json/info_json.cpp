#include "io/json/info_json.h"

#include "io/json/colour_text.h"
#include "io/json/json_text.h"
#include "io/json/json_tree.h"

#include <epochscope/model/error.h>

#include <cmath>
#include <filesystem>
#include <limits>
#include <utility>

namespace epochscope {

namespace {

using nlohmann::json;

constexpr std::string_view file = "info.json";

/// The list of this key. Throws Error if it is missing or not a list.
const json& required_list(const json& root, const char* key) {
    const auto found = root.find(key);
    if (found == root.end()) throw Error(file, "has no ", key);
    if (!found->is_array()) throw Error(file, key, " is ", described(*found), ", expected a list");
    if (found->empty()) throw Error(file, key, " is empty, expected at least one entry");
    return *found;
}

std::vector<std::string> read_names(const json& root, const char* key) {
    const json& list = required_list(root, key);
    std::vector<std::string> names;
    names.reserve(list.size());
    for (const json& name : list) {
        if (!name.is_string())
            throw Error(file, key, "[", names.size(), "] is ", described(name),
                        ", expected a text");
        names.push_back(name.get<std::string>());
    }
    return names;
}

/// An integer of lowest..highest, if `value` is one.
std::optional<std::int32_t> integer_within(const json& value, std::int64_t lowest,
                                           std::int64_t highest) {
    if (!value.is_number_integer()) return std::nullopt;
    if (value.is_number_unsigned() &&
        value.get<std::uint64_t>() > std::numeric_limits<std::int32_t>::max())
        return std::nullopt;
    const auto number = value.get<std::int64_t>();
    if (number < lowest || number > highest) return std::nullopt;
    return static_cast<std::int32_t>(number);
}

/// A colour of parts that are 0..1, of which one is a real number.
std::optional<Colour> colour_of_fractions(const json& value) {
    std::uint8_t parts[3] = {};
    bool is_real = false;
    for (std::size_t i = 0; i < 3; ++i) {
        constexpr double most = 255;
        if (!value[i].is_number()) return std::nullopt;
        const auto part = value[i].get<double>();
        if (!(part >= 0 && part <= 1)) return std::nullopt;
        is_real = is_real || value[i].is_number_float();
        parts[i] = static_cast<std::uint8_t>(std::lround(part * most));
    }
    if (!is_real) return std::nullopt;
    return Colour{parts[0], parts[1], parts[2]};
}

Colour read_colour(const json& value, std::size_t index) {
    if (value.is_string())
        if (const auto colour = colour_of_text(value.get_ref<const std::string&>())) return *colour;
    // A fourth part, or pair of digits, is how opaque it is.
    if (!value.is_array() || (value.size() != 3 && value.size() != 4))
        throw Error(file, "label_color[", index, "] is ", described(value),
                    value.is_array() ? " of " + std::to_string(value.size()) : "",
                    ", expected [r, g, b], \"#rrggbb\" or the name of a colour");
    if (const auto colour = colour_of_fractions(value)) return *colour;
    std::uint8_t parts[3] = {};
    for (std::size_t i = 0; i < 3; ++i) {
        const auto part = integer_within(value[i], 0, 255);
        if (!part)
            throw Error(file, "label_color[", index, "] holds ", described(value[i]),
                        ", expected integers 0..255");
        parts[i] = static_cast<std::uint8_t>(*part);
    }
    return {parts[0], parts[1], parts[2]};
}

std::vector<Colour> read_colours(const json& root, std::size_t classes,
                                 std::vector<std::string>& warnings) {
    if (!root.contains("label_color")) return {};
    const json& list = required_list(root, "label_color");
    if (list.size() < classes)
        throw Error(file, "label_color has ", list.size(), " colours, label_text has ", classes,
                    " classes");
    if (list.size() > classes)
        warnings.push_back("info.json: label_color has " + std::to_string(list.size()) +
                           " colours for " + std::to_string(classes) +
                           " classes; the last ones are left out");
    std::vector<Colour> colours;
    for (const json& colour : list) colours.push_back(read_colour(colour, colours.size()));
    colours.resize(classes);
    return colours;
}

/// Whether a value stands for a label that is not known.
bool is_no_label(const json& value) {
    return value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty());
}

/// A number of a class, also as a real number that is whole, or the name of a class; nothing if it
/// is none.
std::optional<std::int32_t> label_of(const json& value, const std::vector<std::string>& names) {
    if (is_no_label(value)) return no_label;
    const auto last = static_cast<std::int32_t>(names.size()) - 1;
    if (value.is_number_float()) {
        const auto number = value.get<double>();
        const bool fits = number == std::floor(number) && number >= no_label && number <= last;
        return fits ? std::optional(static_cast<std::int32_t>(number)) : std::nullopt;
    }
    if (!value.is_string()) return integer_within(value, no_label, last);
    const auto found = std::ranges::find(names, value.get_ref<const std::string&>());
    if (found == names.end()) return std::nullopt;
    return static_cast<std::int32_t>(found - names.begin());
}

std::vector<std::int32_t> read_labels(const json& root, const std::vector<std::string>& names) {
    const json& list = required_list(root, "label_index");
    std::vector<std::int32_t> labels;
    labels.reserve(list.size());
    for (const json& value : list) {
        const auto label = label_of(value, names);
        if (!label)
            throw Error(file, "label_index[", labels.size(), "] is ", described(value),
                        ", expected an integer 0..", names.size() - 1);
        labels.push_back(*label);
    }
    return labels;
}

std::optional<Point> point_of(const json& value) {
    if (!value.is_array() || value.size() != 2) return std::nullopt;
    if (!value[0].is_number() || !value[1].is_number()) return std::nullopt;
    const auto x = value[0].get<double>();
    const auto y = value[1].get<double>();
    // So that the width of a frame is finite.
    constexpr double largest = std::numeric_limits<float>::max() / 2;
    if (!(std::abs(x) <= largest && std::abs(y) <= largest)) return std::nullopt;
    return Point{static_cast<float>(x), static_cast<float>(y)};
}

std::optional<Box> read_frame(const json& root) {
    const auto found = root.find("frame");
    if (found == root.end()) return std::nullopt;
    if (found->is_array() && found->size() == 2) {
        const auto min = point_of((*found)[0]);
        const auto max = point_of((*found)[1]);
        if (min && max && min->x < max->x && min->y < max->y) return Box{*min, *max};
    }
    throw Error(file, "frame is broken, expected [[x0, y0], [x1, y1]] with x0 < x1 and y0 < y1");
}

std::optional<Origin> read_origin(const json& root, std::vector<std::string>& warnings) {
    const auto found = root.find("background_origin");
    if (found == root.end()) return std::nullopt;
    if (*found == "lower") return Origin::lower;
    if (*found == "upper") return Origin::upper;
    warnings.push_back("info.json: background_origin is " + described(*found) +
                       ", expected \"lower\" or \"upper\"; it is left out");
    return std::nullopt;
}

/// The name of an axis, if it is a string and not too long.
std::optional<std::string> axis_name(const json& axes, const char* key) {
    constexpr std::size_t longest = 1000;
    const auto found = axes.find(key);
    if (found == axes.end() || !found->is_string()) return std::nullopt;
    const auto& name = found->get_ref<const std::string&>();
    return name.size() <= longest ? std::optional(name) : std::nullopt;
}

std::optional<Axes> read_axes(const json& root, std::vector<std::string>& warnings) {
    const auto found = root.find("axes");
    if (found == root.end()) return std::nullopt;
    if (found->is_object()) {
        auto x = axis_name(*found, "x");
        auto y = axis_name(*found, "y");
        if (x && y) return Axes{std::move(*x), std::move(*y)};
    }
    warnings.emplace_back(
        "info.json: axes is broken, expected {\"x\": name, \"y\": name}; it is left out");
    return std::nullopt;
}

std::string read_background(const json& root, std::vector<std::string>& warnings) {
    const auto found = root.find("background");
    if (found == root.end()) return {};
    if (found->is_string() &&
        found->get_ref<const std::string&>().find("${epoch}") != std::string::npos)
        return found->get<std::string>();
    warnings.push_back("info.json: background is " + described(*found) +
                       ", expected a path with ${epoch} in it; it is left out");
    return {};
}

/// A list of epochs, by number.
std::vector<std::int64_t> read_epochs(const json& list, const std::string& key) {
    // Larger numbers are not exact as playheads, which are doubles.
    constexpr std::int64_t largest = std::int64_t{1} << 53;
    if (!list.is_array()) throw Error(file, key, " is ", described(list), ", expected a list");
    std::vector<std::int64_t> epochs;
    std::set<std::int64_t> seen;
    for (const json& value : list) {
        const bool fits = value.is_number_integer() &&
                          !(value.is_number_unsigned() && value.get<std::uint64_t>() > largest) &&
                          value.get<std::int64_t>() <= largest &&
                          value.get<std::int64_t>() >= -largest;
        if (!fits)
            throw Error(file, key, "[", epochs.size(), "] is ", described(value),
                        ", expected the number of an epoch");
        epochs.push_back(value.get<std::int64_t>());
        if (!seen.insert(epochs.back()).second)
            throw Error(file, key, " names epoch ", epochs.back(), " twice");
    }
    return epochs;
}

std::map<std::string, std::set<std::int64_t>> read_unknown(const json& root) {
    std::map<std::string, std::set<std::int64_t>> unknown;
    const auto found = root.find("unknown");
    if (found == root.end()) return unknown;
    if (!found->is_object())
        throw Error(file, "unknown is ", described(*found), ", expected an object of lists");
    for (const auto& [name, list] : found->items()) {
        const std::vector<std::int64_t> epochs = read_epochs(list, "unknown." + shortened(name));
        unknown[name].insert(epochs.begin(), epochs.end());
    }
    return unknown;
}

/// Broken counts as false: then the arrays must have as many rows as there are epochs.
bool read_live(const json& root) {
    const auto found = root.find("live");
    return found != root.end() && found->is_boolean() && found->get<bool>();
}

FrameInfo read_place(const json& root, std::vector<std::string>& warnings) {
    return {read_frame(root), read_origin(root, warnings), read_axes(root, warnings)};
}

/// One of the texts of `source`; empty if it is none.
std::string read_text(const json& source, const std::string& name) {
    const auto found = source.find(name);
    return found != source.end() && found->is_string() ? found->get<std::string>() : std::string();
}

/// A path among them; empty if it is none.
std::string read_path(const json& source, const std::string& name) {
    constexpr std::size_t longest = 4096;
    std::string path = read_text(source, name);
    const bool fits = path.size() <= longest && path.find('\0') == std::string::npos;
    return fits ? path : std::string();
}

RecordingLink read_recording(const json& root) {
    const auto source = root.find("source");
    if (source == root.end() || !source->is_object()) return {};
    RecordingLink link{
        read_path(*source, "recording"), read_path(*source, "recording_relative"), {}};
    if (!std::filesystem::path(link.absolute).is_absolute()) return {};
    if (std::filesystem::path(link.relative).is_absolute()) link.relative.clear();
    for (const char* name : {"projection", "labels", "key", "labels_key", "epochs"})
        if (std::string value = read_path(*source, std::string("recording_") + name);
            !value.empty())
            link.settings[name] = std::move(value);
    // As long as the samples are many.
    if (std::string samples = read_text(*source, "recording_samples"); !samples.empty())
        link.settings["samples"] = std::move(samples);
    return link;
}

json parse_object(std::string_view text, std::string_view expected) {
    json root = parse_json_tree(file, text);
    if (!root.is_object())
        throw Error(file, "is ", described(root), ", expected an object", expected);
    return root;
}

}  // namespace

InfoJson parse_info_json(std::string_view text, std::vector<std::string>& warnings) {
    const json root = parse_object(text, " with label_text and label_index");
    InfoJson info;
    info.classes.names = read_names(root, "label_text");
    info.classes.colours = read_colours(root, info.classes.names.size(), warnings);
    info.labels = read_labels(root, info.classes.names);
    info.place = read_place(root, warnings);
    info.background = read_background(root, warnings);
    info.recording = read_recording(root);
    return info;
}

ArrayInfo parse_array_info(std::string_view text, std::vector<std::string>& warnings) {
    const json root = parse_object(text, " with label_text and epochs");
    ArrayInfo info;
    info.classes.names = read_names(root, "label_text");
    info.classes.colours = read_colours(root, info.classes.names.size(), warnings);
    if (root.contains("label_index")) info.labels = read_labels(root, info.classes.names);
    info.place = read_place(root, warnings);
    info.epochs = read_epochs(required_list(root, "epochs"), "epochs");
    info.unknown = read_unknown(root);
    info.is_live = read_live(root);
    info.recording = read_recording(root);
    return info;
}

FrameInfo parse_frame_info(std::string_view text, std::vector<std::string>& warnings) {
    return read_place(parse_object(text, ""), warnings);
}

std::map<std::string, std::string> parse_source(std::string_view text) {
    const json root = parse_object(text, "");
    std::map<std::string, std::string> source;
    const auto found = root.find("source");
    if (found == root.end() || !found->is_object()) return source;
    for (const auto& [name, value] : found->items())
        if (value.is_string()) source[name] = value.get<std::string>();
    return source;
}

std::string parse_output_kind(std::string_view text, std::vector<std::string>& warnings) {
    const json root = parse_object(text, "");
    const auto found = root.find("predictions");
    if (found == root.end()) return {};
    if (*found == "logits" || *found == "probabilities") return found->get<std::string>();
    warnings.push_back("info.json: predictions is " + described(*found) +
                       ", expected \"logits\" or \"probabilities\"; it is left out");
    return {};
}

Classes parse_run_classes(std::string_view text, std::vector<std::string>& warnings) {
    const json root = parse_object(text, " with classes");
    Classes classes{read_names(root, "classes"), {}};
    try {
        classes.colours = read_colours(root, classes.names.size(), warnings);
    } catch (const Error& error) {
        warnings.push_back(std::string(error.what()) + "; it is left out");
    }
    return classes;
}

}  // namespace epochscope
