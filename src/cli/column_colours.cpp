#include "cli/column_colours.h"

#include "cli/values.h"
#include "cli/verb.h"

#include <epochscope/model/error.h>
#include <epochscope/query/near_names.h>
#include <epochscope/query/sample_columns.h>
#include <epochscope/render/palette.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace epochscope::cli {

namespace {

constexpr std::size_t near_count = 6;

/// What colours samples without being a column, in the order of ColourBy.
constexpr std::array<std::string_view, 3> built_in{"label", "prediction", "kept"};

[[noreturn]] void refuse_range(const std::string& range) {
    throw CallError("--colour-range is " + range +
                    ", expected two numbers such as 0,1 or one of them: 0, or ,1");
}

std::optional<double> number_in(std::string_view text, const std::string& range) {
    if (text.empty()) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        refuse_range(range);
    return value;
}

void set_range(const std::string& range, ColouringOptions& options) {
    if (range.empty()) return;
    const std::size_t comma = range.find(',');
    if (comma == std::string::npos) refuse_range(range);
    options.min = number_in(std::string_view(range).substr(0, comma), range);
    options.max = number_in(std::string_view(range).substr(comma + 1), range);
    if (options.min && options.max && !(*options.min < *options.max))
        throw CallError("--colour-range is " + range + ", expected the smaller number first");
}

Column column_of(const SampleColumns& columns, const std::string& name) {
    const bool is_known = columns.find(name) != nullptr || parse_epoch_column(name).has_value();
    std::vector<std::string> names(built_in.begin(), built_in.end());
    for (const ColumnInfo& info : columns.list())
        if (info.name != "label") names.push_back(info.name);
    if (!is_known)
        throw CallError("--colour-by: there is no column \"" + printable(name) +
                        "\", expected one such as " +
                        joined(near_names(names, name, near_count), ", "));
    try {
        return columns.column(name);
    } catch (const Error& error) {
        throw CallError(std::string("--colour-by: ") + error.what());
    }
}

}  // namespace

void set_colours(const ColourOptions& options, const std::string& palette, const Dataset& dataset,
                 ViewState& view) {
    const auto found = std::ranges::find(built_in, options.by);
    if (found != built_in.end()) {
        view.style.colour_by = static_cast<ColourBy>(found - built_in.begin());
        return;
    }
    // The dataset outlives the call.
    const SampleColumns columns(
        std::shared_ptr<const Dataset>(std::shared_ptr<const void>(), &dataset));
    const Column column = column_of(columns, options.by);
    const Classes& classes = dataset.series.classes();
    const std::vector<Colour> colours = palette_of(palette).colours(classes);
    ColouringOptions how;
    how.scale = options.scale;
    how.is_log = options.is_log;
    how.map = palette == "colour-blind" ? ColourMap::cividis : ColourMap::viridis;
    how.class_names = classes.names;
    how.class_colours = colours;
    set_range(options.range, how);
    try {
        view.colouring = std::make_shared<const Colouring>(colouring_of(column, how));
    } catch (const Error& error) {
        throw CallError(std::string("--colour-by: ") + error.what());
    }
    if (options.is_log && !view.colouring->is_log)
        throw CallError("--colour-log: " + options.by +
                        " has no logarithms, expected numbers of a range above 0");
    view.style.colour_by = ColourBy::column;
}

}  // namespace epochscope::cli
