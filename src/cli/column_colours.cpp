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
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
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

/// What measures numbers says nothing of classes and categories.
void expect_numbers(const ColourOptions& options, bool are_numbers) {
    const bool has_range = !options.range.empty();
    if (are_numbers || (!has_range && !options.is_log)) return;
    throw CallError(std::string(has_range ? "--colour-range" : "--colour-log") +
                    ": the colours of " + printable(options.by) +
                    " are not those of numbers, expected a column of numbers (--colour-by COLUMN "
                    "--colour-as numbers)");
}

}  // namespace

void leave_out_unused(const PickedSamples* drawn, Colouring& colouring) {
    constexpr std::int32_t unused = -1;
    std::vector<std::int32_t> codes(colouring.names.size(), unused);
    bool is_any_missing = false;
    for (std::size_t i = 0; i < colouring.codes.size(); ++i) {
        if (drawn != nullptr && !drawn->contains(i)) continue;
        const std::int32_t code = colouring.codes[i];
        is_any_missing = is_any_missing || code < 0;
        if (code >= 0) codes[static_cast<std::size_t>(code)] = 0;
    }
    if (!is_any_missing) colouring.missing_name.clear();
    std::size_t used = 0;
    for (std::size_t c = 0; c < codes.size(); ++c) {
        if (codes[c] == unused) continue;
        if (used != c) colouring.names[used] = std::move(colouring.names[c]);
        colouring.colours[used] = colouring.colours[c];
        codes[c] = static_cast<std::int32_t>(used++);
    }
    // A legend has at least one.
    if (used == 0) return;
    colouring.names.resize(used);
    colouring.colours.resize(used);
    for (std::int32_t& code : colouring.codes)
        if (code >= 0) code = codes[static_cast<std::size_t>(code)];
}

void set_colours(const ColourOptions& options, const std::string& palette,
                 const SampleColumns& columns, ViewState& view) {
    const auto found = std::ranges::find(built_in, options.by);
    if (found != built_in.end()) {
        expect_numbers(options, false);
        view.style.colour_by = static_cast<ColourBy>(found - built_in.begin());
        return;
    }
    const Column column = column_of(columns, options.by);
    const Classes& classes = columns.dataset()->series.classes();
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
    expect_numbers(options, !view.colouring->is_categorical());
    if (options.is_log && !view.colouring->is_log)
        throw CallError("--colour-log: " + options.by +
                        " has no logarithms, expected numbers of a range above 0");
    view.style.colour_by = ColourBy::column;
}

}  // namespace epochscope::cli
