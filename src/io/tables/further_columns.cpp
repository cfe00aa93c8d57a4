#include "io/tables/further_columns.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace epochscope {

namespace {

bool is_used(std::size_t column, const PlaceColumns& used) {
    for (const std::optional<std::size_t>& other :
         {std::optional(used.x), std::optional(used.y), used.epoch, used.label, used.prediction,
          used.confidence})
        if (other == column) return true;
    return false;
}

}  // namespace

FurtherColumns::FurtherColumns(const TableReader& rows, const PlaceColumns& used)
    : recurs_(used.epoch.has_value()) {
    const bool has_id = std::ranges::find(rows.names(), "id") != rows.names().end();
    for (std::size_t c = 0; c < rows.names().size(); ++c) {
        if (is_used(c, used)) continue;
        std::string name = used.id == c && !has_id ? "id" : rows.names()[c];
        columns_.push_back({c, ColumnBuilder(std::move(name), 0, ColumnBuilder::Cells::kept)});
    }
}

void FurtherColumns::add(std::size_t sample, const TableReader& rows) {
    const bool is_new = sample >= samples_;
    if (is_new) samples_ = sample + 1;
    for (Further& further : columns_) {
        if (further.varies) continue;
        const std::string_view cell = rows.text(further.column);
        const std::size_t hash = recurs_ ? std::hash<std::string_view>{}(cell) : 0;
        if (is_new) {
            further.builder.add_any(cell);
            if (recurs_) further.hashes.push_back(hash);
        } else if (recurs_ && further.hashes[sample] != hash) {
            further.varies = true;
            further.hashes = {};
        }
    }
}

std::vector<Column> FurtherColumns::finish() {
    std::vector<Column> columns;
    for (Further& further : columns_)
        if (!further.varies) columns.push_back(further.builder.finish());
    return columns;
}

}  // namespace epochscope
