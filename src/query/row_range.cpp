#include "query/row_range.h"

#include <sqlite3.h>

#include <algorithm>
#include <cmath>

namespace epochscope {

char range_letter(unsigned char op) {
    switch (op) {
        case SQLITE_INDEX_CONSTRAINT_EQ:
            return '=';
        case SQLITE_INDEX_CONSTRAINT_LT:
            return '<';
        case SQLITE_INDEX_CONSTRAINT_GT:
            return '>';
        case SQLITE_INDEX_CONSTRAINT_LE:
            return 'l';
        case SQLITE_INDEX_CONSTRAINT_GE:
            return 'g';
        default:
            return '\0';
    }
}

void RowRange::narrow(char op, sqlite3_value* value) {
    const int type = sqlite3_value_numeric_type(value);
    // No comparison with NULL holds; one with a text is left to SQLite.
    if (type == SQLITE_NULL) end = begin;
    if (type != SQLITE_INTEGER && type != SQLITE_FLOAT) return;
    const double number = std::clamp(sqlite3_value_double(value), static_cast<double>(begin) - 1,
                                     static_cast<double>(end));
    const auto floor = static_cast<std::int64_t>(std::floor(number));
    const auto ceil = static_cast<std::int64_t>(std::ceil(number));
    if (op == '=' || op == '>' || op == 'g') begin = std::max(begin, ceil);
    if (op == '>' && floor == ceil) begin = std::max(begin, floor + 1);
    if (op == '=' || op == '<' || op == 'l') end = std::min(end, floor + 1);
    if (op == '<' && floor == ceil) end = std::min(end, floor);
    begin = std::min(begin, end);
}

}  // namespace epochscope
