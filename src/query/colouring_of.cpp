#include "query/categories.h"
#include "query/value_of.h"

#include <epochscope/query/colouring_of.h>
#include <epochscope/render/palette.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/parallel_reduce.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

constexpr std::size_t number_colours = 256;
constexpr std::size_t few_numbers = 12;
constexpr double robust_share = 0.02;
/// Of the rarest categories together: unlike that of any category and that of missing values.
constexpr Colour others_colour{88, 104, 120};
constexpr std::size_t grain = std::size_t{1} << 15U;

using Samples = tbb::blocked_range<std::size_t>;

std::string replaced(std::string words, std::size_t count) {
    if (const std::size_t at = words.find('%'); at != std::string::npos)
        words.replace(at, 1, std::to_string(count));
    return words;
}

/// Finds class names: the class of each category that samples have, or nothing if one is none.
std::vector<std::size_t> classes_of(const CategoryTable& table, const ColouringOptions& options) {
    std::vector<std::size_t> classes;
    for (std::size_t c = 0; c < table.names.size(); ++c) {
        const auto found = std::ranges::find(options.class_names, table.names[c]);
        const bool is_class = found != options.class_names.end();
        if (!is_class && table.counts[c] > 0) return {};
        classes.push_back(is_class ? static_cast<std::size_t>(found - options.class_names.begin())
                                   : 0);
    }
    return classes;
}

void take_class_colours(const CategoryTable& table, const std::vector<std::size_t>& classes,
                        const ColouringOptions& options, Colouring& colouring) {
    colouring.names.assign(options.class_names.begin(), options.class_names.end());
    colouring.colours.assign(options.class_colours.begin(), options.class_colours.end());
    std::ranges::transform(table.codes, colouring.codes.begin(), [&](std::int32_t code) {
        return code < 0 ? code : static_cast<std::int32_t>(classes[static_cast<std::size_t>(code)]);
    });
}

/// Gives each category a colour, the most frequent first, and the rarest one together.
void take_own_colours(const CategoryTable& table, bool keep_order, const ColouringOptions& options,
                      Colouring& colouring) {
    std::vector<std::size_t> order;
    for (std::size_t c = 0; c < table.names.size(); ++c)
        if (table.counts[c] > 0) order.push_back(c);
    const std::size_t all = order.size();
    const std::size_t named = all > max_categories ? max_categories - 1 : all;
    if (!keep_order || named < all)
        std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
            if (table.counts[a] != table.counts[b]) return table.counts[a] > table.counts[b];
            return table.names[a] < table.names[b];
        });
    if (keep_order)
        std::ranges::sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(named));
    colouring.colours = colour_blind_safe(named);
    std::vector<std::int32_t> codes(table.names.size(), static_cast<std::int32_t>(named));
    for (std::size_t k = 0; k < named; ++k) {
        codes[order[k]] = static_cast<std::int32_t>(k);
        colouring.names.push_back(table.names[order[k]]);
    }
    if (named < all) {
        colouring.colours.push_back(others_colour);
        colouring.names.push_back(replaced(options.others, all - named));
    }
    tbb::parallel_for(Samples(0, table.codes.size(), grain), [&](const Samples& part) {
        for (std::size_t i = part.begin(); i < part.end(); ++i) {
            const std::int32_t code = table.codes[i];
            colouring.codes[i] = code < 0 ? code : codes[static_cast<std::size_t>(code)];
        }
    });
}

void colour_categories(const CategoryTable& table, bool keep_order, const ColouringOptions& options,
                       Colouring& colouring) {
    const std::vector<std::size_t> classes = classes_of(table, options);
    if (!classes.empty() && options.class_colours.size() == options.class_names.size())
        take_class_colours(table, classes, options, colouring);
    else
        take_own_colours(table, keep_order, options, colouring);
    if (table.missing > 0) colouring.missing_name = options.missing;
    // A column without any value is one of categories all the same.
    if (colouring.names.empty()) {
        colouring.names.push_back(options.missing);
        colouring.colours.push_back(unlabelled_colour);
        colouring.missing_name.clear();
    }
}

struct Range {
    double min = std::numeric_limits<double>::infinity();
    double max = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool is_empty() const { return !(min <= max); }
};

Range full_range(std::size_t samples, const auto& number) {
    return tbb::parallel_reduce(
        Samples(0, samples, grain), Range{},
        [&](const Samples& part, Range range) {
            for (std::size_t i = part.begin(); i < part.end(); ++i) {
                const double value = number(i);
                if (!std::isfinite(value)) continue;
                range.min = std::min(range.min, value);
                range.max = std::max(range.max, value);
            }
            return range;
        },
        [](const Range& a, const Range& b) {
            return Range{std::min(a.min, b.min), std::max(a.max, b.max)};
        });
}

/// Without the lowest and the highest 2 %.
Range robust_range(std::size_t samples, const auto& number) {
    std::vector<double> values;
    values.reserve(samples);
    for (std::size_t i = 0; i < samples; ++i)
        if (const double value = number(i); std::isfinite(value)) values.push_back(value);
    if (values.empty()) return {};
    const auto at = [&](double share) {
        const auto place = values.begin() + static_cast<std::ptrdiff_t>(std::lround(
                                                share * static_cast<double>(values.size() - 1)));
        std::nth_element(values.begin(), place, values.end());
        return *place;
    };
    const double low = at(robust_share);
    return {low, at(1 - robust_share)};
}

Range range_of(std::size_t samples, const auto& number, const ColouringOptions& options) {
    Range range;
    if (!options.min || !options.max)
        range = options.is_robust ? robust_range(samples, number) : full_range(samples, number);
    if (range.is_empty()) range = {0, 1};
    if (options.min) range.min = *options.min;
    if (options.max) range.max = *options.max;
    if (range.is_empty()) range.max = range.min;
    return range;
}

/// The colours of values by scaled(value).
void set_codes(const auto& number, const auto& scaled, const Range& range, Colouring& colouring) {
    constexpr double last = number_colours - 1;
    // Halves, since the difference of the largest numbers is none.
    const double low = scaled(range.min) / 2;
    const double width = scaled(range.max) / 2 - low;
    // Of a single value, all have the middle colour.
    const double steps = width > 0 ? last / width : 0;
    const double base = width > 0 ? 0.5 : last / 2;
    tbb::parallel_for(Samples(0, colouring.codes.size(), grain), [&](const Samples& part) {
        for (std::size_t i = part.begin(); i < part.end(); ++i) {
            const double value = number(i);
            const double bounded = std::min(std::max(value, range.min), range.max);
            colouring.codes[i] =
                std::isnan(value)
                    ? -1
                    : static_cast<std::int32_t>((scaled(bounded) / 2 - low) * steps + base);
        }
    });
}

void colour_numbers(const Column& column, const ColouringOptions& options, Colouring& colouring) {
    colouring.colours = mapped_colours(options.map, number_colours);
    colouring.unit = column.type() == ColumnType::date ? ColourUnit::date : ColourUnit::number;
    with_numbers(column, [&](const auto& number) {
        const Range range = range_of(column.size(), number, options);
        colouring.min = range.min;
        colouring.max = range.max;
        colouring.is_log = options.is_log && range.min > 0;
        if (colouring.is_log)
            set_codes(
                number, [](double value) { return std::log(value); }, range, colouring);
        else
            set_codes(
                number, [](double value) { return value; }, range, colouring);
    });
}

}  // namespace

Colouring colouring_of(const Column& column, const ColouringOptions& options, const Job& job) {
    Colouring colouring;
    colouring.title = column.name();
    colouring.codes.resize(column.size());
    if (column.is_text()) {
        colour_categories(text_categories(column, max_texts, job), false, options, colouring);
        return colouring;
    }
    job.reached(0);
    const bool may_be_few =
        column.type() == ColumnType::truth || column.type() == ColumnType::whole;
    std::optional<CategoryTable> table;
    if (options.scale == ColourScale::categories)
        table = number_categories(column, max_texts);
    else if (options.scale == ColourScale::automatic && may_be_few)
        table = number_categories(column, few_numbers);
    if (table && !table->names.empty())
        colour_categories(*table, true, options, colouring);
    else
        colour_numbers(column, options, colouring);
    return colouring;
}

}  // namespace epochscope
