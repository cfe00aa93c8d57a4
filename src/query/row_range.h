#pragma once

#include <cstdint>

struct sqlite3_value;

namespace epochscope {

/// The rows of a virtual table that a query can ask for: indices `begin` to before `end`.
struct RowRange {
    std::int64_t begin = 0;
    std::int64_t end = 0;

    /// Leaves those for which `row op value` may hold; SQLite checks each. `op` is one of "=<>lg"
    /// (l and g with equality).
    void narrow(char op, sqlite3_value* value);
};

/// The letter of a comparison in an index plan; 0 if it is none that narrows a range.
char range_letter(unsigned char op);

}  // namespace epochscope
