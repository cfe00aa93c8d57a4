#include <epochscope/model/epoch_list.h>
#include <epochscope/model/error.h>
#include <epochscope/model/trimmed.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>

namespace epochscope {

namespace {

using Numbers = std::span<const std::int64_t>;

constexpr std::string_view where = "epochs";
constexpr std::string_view dots = "..";

std::int64_t number_in(std::string_view text, std::string_view part) {
    text = trimmed(text, " \t");
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem == std::errc::result_out_of_range)
        throw Error(where, "\"", part, "\" is too large for an epoch number");
    if (problem != std::errc() || end != text.data() + text.size())
        throw Error(where, "\"", part,
                    "\" is not an epoch, expected a number as 7 or a range as 5..9");
    return number;
}

[[noreturn]] void no_epoch(std::string_view wanted, std::size_t count, std::int64_t first,
                           std::int64_t last) {
    throw Error(where, "there is no epoch ", wanted, ", expected one of the ", count, " from ",
                first, " to ", last);
}

/// `first..last:step`; an end that is left out is nothing.
struct Range {
    std::optional<std::int64_t> first;
    std::optional<std::int64_t> last;
    std::size_t step = 1;
};

Range range_in(std::string_view part) {
    Range range;
    const std::size_t between = part.find(dots);
    if (between == std::string_view::npos) {
        range.first = range.last = number_in(part, part);
        return range;
    }
    std::string_view rest = part.substr(between + dots.size());
    const std::size_t colon = rest.find(':');
    if (colon != std::string_view::npos) {
        const std::int64_t step = number_in(rest.substr(colon + 1), part);
        if (step < 1)
            throw Error(where, "\"", part, "\" has the step ", step, ", expected 1 or more");
        range.step = static_cast<std::size_t>(step);
        rest = rest.substr(0, colon);
    }
    const auto end_in = [&](std::string_view text) {
        return trimmed(text, " \t").empty() ? std::nullopt : std::optional(number_in(text, part));
    };
    range.first = end_in(part.substr(0, between));
    range.last = end_in(rest);
    return range;
}

void append_part(std::vector<std::int64_t>& numbers, std::string_view part, Numbers all) {
    using Limits = std::numeric_limits<std::int64_t>;
    const Range range = range_in(part);
    const std::int64_t first = range.first.value_or(Limits::min());
    const std::int64_t last = range.last.value_or(Limits::max());
    if (last < first)
        throw Error(where, "\"", part, "\" decreases, expected the lower number first");
    const auto begin = static_cast<std::size_t>(std::ranges::lower_bound(all, first) - all.begin());
    const auto end = static_cast<std::size_t>(std::ranges::upper_bound(all, last) - all.begin());
    if (begin == end) no_epoch(part, all.size(), all.front(), all.back());
    for (std::size_t i = begin; i < end; i += std::min(range.step, end - i))
        numbers.push_back(all[i]);
}

}  // namespace

std::vector<std::int64_t> parse_epochs(std::string_view list, Numbers numbers) {
    std::vector<std::int64_t> chosen;
    while (true) {
        const std::size_t comma = list.find(',');
        append_part(chosen, trimmed(list.substr(0, comma), " \t"), numbers);
        if (comma == std::string_view::npos) return chosen;
        list.remove_prefix(comma + 1);
    }
}

std::vector<std::int64_t> parse_epochs(std::string_view list, const EpochSeries& series) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(series.epoch_count());
    for (const Epoch& epoch : series.epochs()) numbers.push_back(epoch.number);
    return parse_epochs(list, numbers);
}

std::size_t epoch_index(const EpochSeries& series, std::int64_t number) {
    const auto index = series.find_epoch(number);
    if (!index)
        no_epoch(std::to_string(number), series.epoch_count(), series.epochs().front().number,
                 series.epochs().back().number);
    return *index;
}

}  // namespace epochscope
