#include "io/metadata/row_block.h"

#include "io/tables/table_reader.h"

namespace epochscope {

namespace {

constexpr std::size_t max_cells = std::size_t{1} << 17U;
constexpr std::size_t max_bytes = std::size_t{8} << 20U;

bool is_within(std::string_view cell, std::string_view text) {
    const std::less_equal<> before;
    return before(text.data(), cell.data()) &&
           before(cell.data() + cell.size(), text.data() + text.size());
}

}  // namespace

void RowBlock::fill(TableReader& rows, std::string_view text, const std::function<void()>& check) {
    const std::size_t begin = rows.bytes_read();
    rows_ = 0;
    texts_.clear();
    for (auto& column : columns_) column.clear();
    while (rows_ * columns_.size() < max_cells && rows.bytes_read() - begin < max_bytes &&
           rows.next()) {
        check();
        take_row(rows, text);
    }
    bytes_read_ = rows.bytes_read();
}

void RowBlock::take_row(const TableReader& rows, std::string_view text) {
    // Objects add columns.
    while (columns_.size() < rows.names().size()) {
        names_.push_back(rows.names()[columns_.size()]);
        columns_.emplace_back();
    }
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        const std::string_view cell = rows.text(c);
        columns_[c].push_back(cell.empty() || is_within(cell, text) ? cell
                                                                    : texts_.emplace_back(cell));
    }
    ++rows_;
}

}  // namespace epochscope
