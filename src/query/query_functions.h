#pragma once

#include <span>
#include <string_view>

namespace epochscope {

/// The functions that a query may call, sorted, in lower case.
std::span<const std::string_view> query_functions();
bool is_query_function(std::string_view name);

}  // namespace epochscope
