#pragma once

#include <epochscope/model/geometry.h>

#include <string>
#include <vector>

namespace epochscope {

/// The classes of labels and predictions: class c is names[c].
struct Classes {
    std::vector<std::string> names;
    /// One colour a class, or empty; then palettes (render/palette.h) choose.
    std::vector<Colour> colours;
};

}  // namespace epochscope
