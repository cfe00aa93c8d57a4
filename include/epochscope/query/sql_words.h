#pragma once

#include <string>
#include <string_view>

namespace epochscope {

/// Whether a text is a whole query, and no condition: it begins with SELECT, WITH or VALUES, after
/// any comments.
bool is_select(std::string_view text);

/// The name as it is written in SQL: in double quotes where it must be.
std::string name_in_sql(std::string_view name);
/// A text in single quotes.
std::string text_in_sql(std::string_view text);

}  // namespace epochscope
