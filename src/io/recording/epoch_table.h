#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// A `.csv` file whose first column is `epoch`.
struct EpochTable {
    /// The names of the other columns; none is empty, none occurs twice.
    std::vector<std::string> names;
    struct Row {
        std::int64_t epoch = 0;
        /// One a name; nothing for cells that are empty or no number ("nan").
        std::vector<std::optional<double>> cells;
    };
    /// In the order of the file; no epoch occurs twice.
    std::vector<Row> rows;
};

/// Reads the text of such a file: commas, no quotes, a line a row, spaces around cells ignored.
/// Throws Error that names `where`, the line and the column.
EpochTable parse_epoch_table(std::string_view where, std::string_view text);

/// Its text, every number to the bit.
std::string text_of(const EpochTable& table);

}  // namespace epochscope
