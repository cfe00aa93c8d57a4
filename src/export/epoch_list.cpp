#include <epochscope/export/epoch_list.h>
#include <epochscope/model/error.h>

#include <charconv>

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

void append_part(std::vector<std::int64_t>& numbers, std::string_view part) {
    const std::size_t dots = part.find("..");
    const std::int64_t first = number_in(part.substr(0, dots), part);
    const std::int64_t last =
        dots == std::string_view::npos ? first : number_in(part.substr(dots + 2), part);
    if (last < first)
        throw Error(where, "\"", part, "\" decreases, expected the lower number first");
    // Unsigned, so that the difference cannot overflow.
    const std::uint64_t steps =
        static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first);
    if (steps >= max_epochs_listed - numbers.size())
        throw Error(where, "\"", part, "\" makes more than ", max_epochs_listed, " epochs");
    for (std::uint64_t k = 0; k <= steps; ++k)
        numbers.push_back(first + static_cast<std::int64_t>(k));
}

}  // namespace

std::vector<std::int64_t> parse_epochs(std::string_view list) {
    std::vector<std::int64_t> numbers;
    while (true) {
        const std::size_t comma = list.find(',');
        append_part(numbers, trimmed(list.substr(0, comma)));
        if (comma == std::string_view::npos) return numbers;
        list.remove_prefix(comma + 1);
    }
}

}  // namespace epochscope
