#pragma once

#include <epochscope/model/column.h>

#include <cstddef>
#include <string_view>

struct sqlite3_context;

namespace epochscope {

/// Gives SQLite the value of a sample; nothing is copied but dates, which become texts.
void give_value(sqlite3_context* result, const Column& column, std::size_t sample);
/// NULL if it is empty. The text outlives the query.
void give_text(sqlite3_context* result, std::string_view text);

}  // namespace epochscope
