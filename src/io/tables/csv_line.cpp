#include "io/tables/csv_line.h"

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

std::string csv_cell(std::string_view text) {
    if (!needs_quotes(text)) return std::string(text);
    std::string cell(1, '"');
    for (const char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    return cell + '"';
}

std::string csv_line(std::span<const std::string> cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line += ',';
        line += csv_cell(cells[i]);
    }
    return line + "\r\n";
}

}  // namespace epochscope
