#pragma once

#include <string>

namespace epochscope {

/// What the two directions of the plane mean, where they mean something: the names of what is laid
/// out along them ("label_var", "avg_probs"). UTF-8; an empty name says nothing of its axis.
struct Axes {
    std::string x;
    std::string y;
    friend bool operator==(const Axes&, const Axes&) = default;
};

}  // namespace epochscope
