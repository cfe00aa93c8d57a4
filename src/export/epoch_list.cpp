#include <epochscope/export/epoch_list.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <span>

namespace epochscope {

namespace {

constexpr std::string_view where = "epochs";

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::int64_t number_in(std::string_view text, std::string_view part) {
    text = trimmed(text);
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem == std::errc::result_out_of_range)
        throw Error(where, "\"", part, "\" is too large for an epoch number");
    if (problem != std::errc() || end != text.data() + text.size())
        throw Error(where, "\"", part,
                    "\" is not an epoch, expected a number as 7 or a range as 5..9");
    return number;
}

template <typename Wanted>
[[noreturn]] void no_epoch(const Wanted& wanted, std::span<const Epoch> epochs) {
    throw Error(where, "there is no epoch ", wanted, ", expected one of the ", epochs.size(),
                " from ", epochs.front().number, " to ", epochs.back().number);
}

void append_part(std::vector<std::int64_t>& numbers, std::string_view part,
                 std::span<const Epoch> epochs) {
    const std::size_t dots = part.find("..");
    const bool is_range = dots != std::string_view::npos;
    const std::int64_t first = number_in(part.substr(0, dots), part);
    const std::int64_t last = is_range ? number_in(part.substr(dots + 2), part) : first;
    if (last < first)
        throw Error(where, "\"", part, "\" decreases, expected the lower number first");
    const auto begin = std::ranges::lower_bound(epochs, first, {}, &Epoch::number);
    const auto end = std::ranges::upper_bound(epochs, last, {}, &Epoch::number);
    if (begin == end) no_epoch(part, epochs);
    std::ranges::transform(begin, end, std::back_inserter(numbers), &Epoch::number);
}

}  // namespace

std::vector<std::int64_t> parse_epochs(std::string_view list, const EpochSeries& series) {
    std::vector<std::int64_t> numbers;
    while (true) {
        const std::size_t comma = list.find(',');
        append_part(numbers, trimmed(list.substr(0, comma)), series.epochs());
        if (comma == std::string_view::npos) return numbers;
        list.remove_prefix(comma + 1);
    }
}

std::size_t epoch_index(const EpochSeries& series, std::int64_t number) {
    const auto index = series.find_epoch(number);
    if (!index) no_epoch(number, series.epochs());
    return *index;
}

}  // namespace epochscope
