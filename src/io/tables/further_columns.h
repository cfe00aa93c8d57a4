#pragma once

#include "io/metadata/column_builder.h"
#include "io/tables/place_columns.h"
#include "io/tables/table_reader.h"

#include <epochscope/model/column.h>

#include <cstddef>
#include <vector>

namespace epochscope {

/// The columns of a table of places that say what a sample is: its id, and columns of no use for
/// places that are the same at all epochs of a sample.
class FurtherColumns {
  public:
    /// `rows` is at its first row. Columns that appear later are left out.
    FurtherColumns(const TableReader& rows, const PlaceColumns& used);

    /// Adds what a row says of a sample. New samples come in order.
    void add(std::size_t sample, const TableReader& rows);
    [[nodiscard]] std::vector<Column> finish();

  private:
    struct Further {
        std::size_t column;
        ColumnBuilder builder;
        /// Of the cell of each sample, if samples recur.
        std::vector<std::size_t> hashes = {};
        bool varies = false;
    };

    /// Whether a sample may have several rows.
    bool recurs_;
    std::vector<Further> columns_;
    std::size_t samples_ = 0;
};

}  // namespace epochscope
