#include <epochscope/io/csv_line.h>

#include <cstddef>

namespace epochscope {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool needs_quotes(std::string_view text) {
    if (text.empty()) return false;
    return text.find_first_of(",\"\r\n") != std::string_view::npos || is_blank(text.front()) ||
           is_blank(text.back()) || text.front() == '#';
}

}  // namespace

void append_csv_cell(std::string& line, std::string_view text) {
    const bool quoted = needs_quotes(text);
    if (quoted) line += '"';
    for (const char c : text) {
        if (c == '"') line += '"';
        // A text file has none.
        if (c == '\0')
            line += "\xEF\xBF\xBD";
        else
            line += c;
    }
    if (quoted) line += '"';
}

std::string csv_line(std::span<const std::string> cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line += ',';
        append_csv_cell(line, cells[i]);
    }
    return line + "\r\n";
}

}  // namespace epochscope
