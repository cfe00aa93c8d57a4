#pragma once

#include <cstddef>
#include <filesystem>

namespace epochscope {

/// Adds the only row of a `.npy` file to another one as its row of this index. Entries are int32,
/// float32 or float64 as ArrayFile writes them; there are at least `rows` rows, of which later ones
/// are replaced. What is missing is -1, or NaN: all rows before, if the file does not exist; the
/// new row, if `row` does not exist. Along the last axis the shorter of the two is padded, for
/// which the file is written anew. Readers that have the file open are not disturbed. Throws Error
/// if it cannot be written or the other axes differ.
void append_row(const std::filesystem::path& file, const std::filesystem::path& row,
                std::size_t rows);

/// Makes a file say that it has only so many rows.
void cut_rows(const std::filesystem::path& file, std::size_t rows);

}  // namespace epochscope
