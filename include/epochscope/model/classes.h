#pragma once

#include <epochscope/model/geometry.h>

#include <string>
#include <vector>

namespace epochscope {

/// The classes that labels and predictions count into: class c is names[c].
struct Classes {
    std::vector<std::string> names;
    /// One colour a class, or none at all: then render/palette.h has one.
    std::vector<Colour> colours;
};

}  // namespace epochscope
