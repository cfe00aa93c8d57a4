#include "export/json_value.h"

#include <epochscope/export/saved_view.h>
#include <epochscope/model/playhead.h>
#include <epochscope/render/contrast.h>
#include <epochscope/render/groups.h>
#include <epochscope/render/style_names.h>

#include <array>
#include <limits>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace epochscope {
namespace {

using nlohmann::json;
using Samples = std::shared_ptr<const PickedSamples>;

constexpr double greatest = std::numeric_limits<double>::max();
/// More is no text that anybody typed.
constexpr std::size_t max_find = 100'000;
constexpr std::size_t max_colours = 65536;

constexpr std::array<std::string_view, 2> origin_names{"lower", "upper"};
constexpr std::array<std::string_view, 3> unit_names{"number", "share", "date"};

// Writing.

/// Samples in increasing order: numbers, and [first, last] for three and more in a row.
json ranges_of(std::span<const std::size_t> samples) {
    json list = json::array();
    for (std::size_t i = 0; i < samples.size();) {
        std::size_t end = i + 1;
        while (end < samples.size() && samples[end] == samples[end - 1] + 1) ++end;
        if (end - i >= 3) {
            list.push_back({samples[i], samples[end - 1]});
        } else {
            for (std::size_t k = i; k < end; ++k) list.push_back(samples[k]);
        }
        i = end;
    }
    return list;
}

json json_of(const Samples& samples) { return samples ? ranges_of(samples->samples()) : json(); }

json json_of(Point point) { return {point.x, point.y}; }

/// The places of those that are true; null if there are none.
json json_of(const std::vector<bool>& flags) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < flags.size(); ++i)
        if (flags[i]) places.push_back(i);
    return places.empty() ? json() : json(places);
}

json json_of(const std::vector<Colour>& colours) {
    json list = json::array();
    for (const Colour colour : colours) list.push_back(text_of(colour));
    return list;
}

json json_of(const Colouring& colouring) {
    return {{"title", colouring.title},
            {"codes", colouring.codes},
            {"colours", json_of(colouring.colours)},
            {"names", colouring.names},
            {"missing_name", colouring.missing_name},
            {"min", colouring.min},
            {"max", colouring.max},
            {"log", colouring.is_log},
            {"unit", unit_names[static_cast<std::size_t>(colouring.unit)]}};
}

json json_of(const Style& style) {
    json all;
    for (const StyleSwitch& known : style_switches())
        all[std::string(known.name)] = style.*known.member;
    all["colour_by"] = colour_by_names()[static_cast<std::size_t>(style.colour_by)];
    all["points"] = point_mode_names()[static_cast<std::size_t>(style.points)];
    all["point_radius"] = style.point_radius;
    all["canvas"] = text_of(style.canvas);
    all["ink"] = text_of(style.ink);
    return all;
}

// Reading.

Samples samples_of(const JsonValue& value, std::size_t count) {
    std::vector<bool> marks(count);
    value.each([&](const JsonValue& entry) {
        if (!entry.is_list()) {
            marks[entry.index(count)] = true;
            return;
        }
        entry.check_count(2);
        std::vector<std::size_t> ends;
        entry.each([&](const JsonValue& end) { ends.push_back(end.index(count)); });
        for (std::size_t i = ends[0]; i <= ends[1]; ++i) marks[i] = true;
    });
    std::vector<std::size_t> samples;
    for (std::size_t i = 0; i < count; ++i)
        if (marks[i]) samples.push_back(i);
    return std::make_shared<const PickedSamples>(count, samples);
}

/// Samples in their order.
std::vector<std::size_t> list_of(const JsonValue& value, std::size_t count) {
    std::vector<std::size_t> samples;
    value.each([&](const JsonValue& entry) { samples.push_back(entry.index(count)); });
    return samples;
}

std::vector<std::size_t> selection_of(const JsonValue& value, std::size_t count) {
    std::vector<std::size_t> selection;
    std::vector<bool> seen(count);
    for (const std::size_t sample : list_of(value, count)) {
        if (!seen[sample]) selection.push_back(sample);
        seen[sample] = true;
    }
    return selection;
}

std::vector<bool> flags_of(const JsonValue& value, std::size_t count) {
    std::vector<bool> flags(count);
    value.each([&](const JsonValue& entry) { flags[entry.index(count)] = true; });
    return flags;
}

std::vector<Colour> colours_of(const JsonValue& value) {
    if (value.is_list() && value.entry_count() > max_colours)
        value.differs("a list of at most " + std::to_string(max_colours) + " entries");
    std::vector<Colour> colours;
    value.each([&](const JsonValue& entry) { colours.push_back(entry.colour()); });
    return colours;
}

Camera camera_of(const JsonValue& value) {
    Camera camera;
    value.member("centre", [&](const JsonValue& v) { camera.centre = v.point(); });
    value.member("zoom", [&](const JsonValue& v) { camera.zoom = v.number(0.05, 100000); });
    value.member("equal_axes", [&](const JsonValue& v) { camera.equal_axes = v.flag(); });
    return camera;
}

Style style_of(const JsonValue& value) {
    Style style;
    for (const StyleSwitch& known : style_switches())
        value.member(std::string(known.name).c_str(),
                     [&](const JsonValue& v) { style.*known.member = v.flag(); });
    value.member("colour_by", [&](const JsonValue& v) {
        style.colour_by = static_cast<ColourBy>(v.name_among(colour_by_names()));
    });
    value.member("points", [&](const JsonValue& v) {
        style.points = static_cast<PointMode>(v.name_among(point_mode_names()));
    });
    value.member("point_radius", [&](const JsonValue& v) {
        style.point_radius = static_cast<float>(v.number(0.1, 100));
    });
    value.member("canvas", [&](const JsonValue& v) { style.canvas = v.colour(); });
    value.member("ink", [&](const JsonValue& v) { style.ink = v.colour(); });
    return style;
}

PrototypeView prototypes_of(const JsonValue& value, std::size_t count) {
    PrototypeView prototypes;
    value.member("shown", [&](const JsonValue& v) { prototypes.shown = v.flag(); });
    value.member("level", [&](const JsonValue& v) { prototypes.level = v.index(1'000'000); });
    value.member("batch", [&](const JsonValue& v) { prototypes.batch = list_of(v, count); });
    return prototypes;
}

/// Its names and codes fit each other.
std::shared_ptr<const Colouring> colouring_of(const JsonValue& value, std::size_t count) {
    Colouring colouring;
    value.member("title", [&](const JsonValue& v) { colouring.title = v.text(); });
    value.member("colours", [&](const JsonValue& v) { colouring.colours = colours_of(v); });
    value.member("names", [&](const JsonValue& v) {
        if (!v.is_list() || v.entry_count() > 0) v.check_count(colouring.colours.size());
        v.each([&](const JsonValue& name) { colouring.names.push_back(name.text()); });
    });
    value.member("missing_name", [&](const JsonValue& v) { colouring.missing_name = v.text(); });
    const bool has_missing = colouring.names.empty() || !colouring.missing_name.empty();
    const auto colour_count = static_cast<std::int64_t>(colouring.colours.size());
    value.member("codes", [&](const JsonValue& v) {
        v.check_count(count);
        v.each([&](const JsonValue& code) {
            colouring.codes.push_back(
                static_cast<std::int32_t>(code.integer(has_missing ? -1 : 0, colour_count - 1)));
        });
    });
    if (colouring.codes.size() != count) value.differs("an object with codes");
    value.member("min", [&](const JsonValue& v) { colouring.min = v.number(-greatest, greatest); });
    value.member("max",
                 [&](const JsonValue& v) { colouring.max = v.number(colouring.min, greatest); });
    value.member("log", [&](const JsonValue& v) {
        colouring.is_log = v.flag();
        if (colouring.is_log && colouring.min <= 0) v.differs("false, since min is not above 0");
    });
    value.member("unit", [&](const JsonValue& v) {
        colouring.unit = static_cast<ColourUnit>(v.name_among(unit_names));
    });
    return std::make_shared<const Colouring>(std::move(colouring));
}

void read_samples(const JsonValue& all, std::size_t count, SavedView& saved) {
    ViewState& view = saved.view;
    all.member("selection", [&](const JsonValue& v) { view.selection = selection_of(v, count); });
    all.member("picked", [&](const JsonValue& v) { view.picked = samples_of(v, count); });
    all.member("filter", [&](const JsonValue& v) { view.filter = samples_of(v, count); });
    all.member("standing_out",
               [&](const JsonValue& v) { saved.standing_out = samples_of(v, count); });
    all.member("find", [&](const JsonValue& v) {
        saved.find = v.text();
        if (saved.find.size() > max_find) v.differs("a text of at most 100000 bytes");
    });
}

void read_colours(const JsonValue& all, const EpochSeries& series, ViewState& view) {
    const std::size_t classes = series.class_count();
    view.hidden.assign(classes, false);
    all.member("hidden", [&](const JsonValue& v) { view.hidden = flags_of(v, classes); });
    all.member("colours", [&](const JsonValue& v) {
        if (v.entry_count() > 0) v.check_count(classes);
        view.colours = colours_of(v);
    });
    all.member("colouring", [&](const JsonValue& v) {
        view.colouring = colouring_of(v, series.sample_count());
    });
    const std::size_t groups =
        view.colouring && view.colouring->is_categorical() ? group_count(*view.colouring) : 0;
    view.hidden_categories.assign(groups, false);
    all.member("hidden_categories",
               [&](const JsonValue& v) { view.hidden_categories = flags_of(v, groups); });
    all.member("style", [&](const JsonValue& v) { view.style = style_of(v); });
}

}  // namespace

ViewState drawn(const SavedView& saved) {
    ViewState view = saved.view;
    view.colours = colours_on(view.style.canvas, std::move(view.colours));
    const bool has_categories = view.style.colour_by == ColourBy::column && view.colouring &&
                                view.colouring->is_categorical();
    if (has_categories)
        view.filter = without_hidden(*view.colouring, view.hidden_categories, view.filter);
    if (saved.standing_out) view.picked = saved.standing_out;
    return view;
}

std::string text_of(const SavedView& saved, const std::string& kept) {
    const ViewState& view = saved.view;
    const json all{
        {"playhead", view.playhead},
        {"camera",
         {{"centre", json_of(view.camera.centre)},
          {"zoom", view.camera.zoom},
          {"equal_axes", view.camera.equal_axes}}},
        {"selection", view.selection.empty() ? json() : json(view.selection)},
        {"picked", json_of(view.picked)},
        {"filter", json_of(view.filter)},
        {"standing_out", json_of(saved.standing_out)},
        {"find", saved.find.empty() ? json() : json(saved.find)},
        {"place", view.place ? json_of(*view.place) : json()},
        {"hidden", json_of(view.hidden)},
        {"colours", view.colours.empty() ? json() : json_of(view.colours)},
        {"colouring", view.colouring ? json_of(*view.colouring) : json()},
        {"hidden_categories", json_of(view.hidden_categories)},
        {"background_origin", origin_names[view.background_origin == Origin::lower ? 0 : 1]},
        {"prototypes",
         {{"shown", view.prototypes.shown},
          {"level", view.prototypes.level},
          {"batch", view.prototypes.batch}}},
        {"style", json_of(view.style)},
        {"scale", view.scale}};
    return one_line(with_kept(all, kept));
}

SavedView read_view(const std::string& text, const EpochSeries& series) {
    constexpr const char* where = "view";
    const json parsed = parse_object(text, where);
    const JsonValue all(parsed, {}, where);
    SavedView saved;
    ViewState& view = saved.view;
    all.member("playhead", [&](const JsonValue& v) {
        view.playhead = clamp_playhead(v.number(-greatest, greatest), series.epoch_count());
    });
    all.member("camera", [&](const JsonValue& v) { view.camera = camera_of(v); });
    all.member("place", [&](const JsonValue& v) { view.place = v.point(); });
    read_samples(all, series.sample_count(), saved);
    read_colours(all, series, view);
    all.member("background_origin", [&](const JsonValue& v) {
        view.background_origin = v.name_among(origin_names) == 0 ? Origin::lower : Origin::upper;
    });
    all.member("prototypes", [&](const JsonValue& v) {
        view.prototypes = prototypes_of(v, series.sample_count());
    });
    all.member("scale", [&](const JsonValue& v) { view.scale = v.number(0.01, 100); });
    return saved;
}

}  // namespace epochscope
