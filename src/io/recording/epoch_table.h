#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// A `.csv` file whose first column is `epoch`.
struct EpochTable {
    /// The unique, nonempty names of the other columns.
    std::vector<std::string> names;
    struct Row {
        std::int64_t epoch = 0;
        /// One a name; nothing for empty cells and "nan".
        std::vector<std::optional<double>> cells;
    };
    /// In file order; epochs are unique.
    std::vector<Row> rows;
};

/// Parses such a file: commas, no quotes, one line a row, spaces around cells ignored. Throws Error
/// with `where`, the line and the column.
EpochTable parse_epoch_table(std::string_view where, std::string_view text);

/// Its text; numbers read back exactly.
std::string text_of(const EpochTable& table);

}  // namespace epochscope
