#pragma once

#include <epochscope/model/geometry.h>

#include <optional>
#include <string_view>

namespace epochscope {

/// The colour of "#1f77b4", "#abc", a name of CSS ("steelblue") or of Matplotlib ("tab:blue",
/// "C0"), in any case of letters; nothing for other texts.
std::optional<Colour> colour_of_text(std::string_view text);

}  // namespace epochscope
