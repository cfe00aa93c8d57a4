#pragma once

#include <string>

namespace epochscope {

/// The names of the two axes of the plane ("label_var", "avg_probs"), in UTF-8. Empty: no name.
struct Axes {
    std::string x;
    std::string y;
    friend bool operator==(const Axes&, const Axes&) = default;
};

}  // namespace epochscope
