#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace epochscope {

/// The shape of an array for a message: "(3, 2)".
inline std::string shape_text(const std::vector<std::size_t>& shape) {
    std::string text = "(";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i > 0 ? ", " : "") + std::to_string(shape[i]);
    return text + ")";
}

}  // namespace epochscope
