#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

class TableReader;

/// The cells of some rows that follow one another, by column, so that the columns can be made at
/// the same time.
class RowBlock {
  public:
    /// Forgets its rows and takes the next ones, up to about 130,000 cells or 8 MB. `text` is what
    /// the reader reads, which must outlive the block. Calls `check` for each row. Empty behind the
    /// last row.
    void fill(TableReader& rows, std::string_view text, const std::function<void()>& check);

    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::size_t columns() const { return columns_.size(); }
    [[nodiscard]] const std::string& name(std::size_t column) const { return names_[column]; }
    /// The cells of a column in the last rows; the rows before them came before the column.
    [[nodiscard]] std::span<const std::string_view> cells(std::size_t column) const {
        if (column >= columns_.size()) return {};
        return columns_[column];
    }
    /// How many bytes of the text the reader had passed.
    [[nodiscard]] std::size_t bytes_read() const { return bytes_read_; }

  private:
    void take_row(const TableReader& rows, std::string_view text);

    std::size_t rows_ = 0;
    std::size_t bytes_read_ = 0;
    std::vector<std::string> names_;
    std::vector<std::vector<std::string_view>> columns_;
    /// Cells that are not in the text as they are.
    std::deque<std::string> texts_;
};

}  // namespace epochscope
