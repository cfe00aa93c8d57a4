#include "io/tables/table_separator.h"

#include "io/tables/table_reader.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace epochscope {

namespace {

constexpr std::string_view between_cells = " \t\r";

/// Nothing if the line has none.
std::optional<char> separator_of(std::string_view line) {
    std::optional<char> best;
    std::ptrdiff_t max = 0;
    for (const char candidate : {',', ';', '\t', '|'}) {
        const std::ptrdiff_t count = std::ranges::count(line, candidate);
        if (count > max) best = candidate;
        max = std::max(max, count);
    }
    return best;
}

/// What a line has between blanks.
struct BlankCells {
    std::size_t count = 0;
    std::size_t numbers = 0;
};

BlankCells blank_cells(std::string_view line) {
    BlankCells cells;
    for (;; ++cells.count) {
        line.remove_prefix(std::min(line.find_first_not_of(between_cells), line.size()));
        if (line.empty()) return cells;
        const std::size_t end = std::min(line.find_first_of(between_cells), line.size());
        if (plain_number(line.substr(0, end))) ++cells.numbers;
        line.remove_prefix(end);
    }
}

/// Whether blanks separate the cells of a text: its first line has numbers only, or names, and the
/// lines behind it have as many cells, of which two are numbers. Sentences hardly have.
bool has_blanks_between(std::string_view text) {
    constexpr std::size_t max_lines = 5;
    const auto take_line = [&] {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        return line;
    };
    const BlankCells first = blank_cells(take_line());
    if (first.count < 2) return false;
    if (first.numbers > 0) return first.numbers == first.count;
    std::size_t rows = 0;
    while (!text.empty() && rows < max_lines) {
        const std::string_view line = take_line();
        const BlankCells cells = blank_cells(line);
        if (cells.count == 0) continue;
        if (separator_of(line) || cells.count != first.count || cells.numbers < 2) return false;
        ++rows;
    }
    return rows > 0;
}

}  // namespace

char guess_separator(std::string_view text) {
    if (const auto separator = separator_of(text.substr(0, text.find('\n')))) return *separator;
    return has_blanks_between(text) ? ' ' : ',';
}

}  // namespace epochscope
