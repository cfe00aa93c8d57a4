#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace epochscope {

/// A text in lower case (ASCII), whatever the locale.
inline std::string in_lower_case(std::string_view text) {
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return result;
}

}  // namespace epochscope
