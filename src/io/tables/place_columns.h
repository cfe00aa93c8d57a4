#pragma once

#include "io/tables/table_reader.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace epochscope {

/// The columns of a table of places.
struct PlaceColumns {
    std::size_t x = 0;
    std::size_t y = 0;
    std::optional<std::size_t> epoch = {};
    std::optional<std::size_t> id = {};
    std::optional<std::size_t> label = {};
    std::optional<std::size_t> prediction = {};
    std::optional<std::size_t> confidence = {};
};

/// The columns of usual names that a table has beside places or features. x and y are the number
/// of columns.
PlaceColumns usual_columns(const TableReader& rows);

/// The column of labels by its usual names: label, class, hue, ...
std::optional<std::size_t> usual_label_column(const TableReader& rows);

/// The columns by usual names: x and y, tsne-1 and tsne-2, PC1 and PC2, ..., else longitude and
/// latitude; the only two columns if they have no names. Nothing if there are no such columns of
/// places. The reader is at its first row.
std::optional<PlaceColumns> guess_columns(const TableReader& rows);

/// The columns by usual names, and those of `chosen`, "x=NAME,label=NAME,...", in their place.
/// Throws Error if a column or a part is unknown, or there are no columns of places.
PlaceColumns choose_columns(const TableReader& rows, std::string_view where,
                            std::string_view chosen);

/// "x = "tsne-1", y = "tsne-2", label = "class"".
std::string described(const PlaceColumns& columns, const TableReader& rows);

}  // namespace epochscope
