#pragma once

#include <string>
#include <string_view>

namespace epochscope::app {

/// A page of PDF that shows an SVG and has its size: texts stay texts in embedded fonts, shapes
/// stay shapes. Has no date, so that the same SVG gives the same bytes. Throws Error.
std::string pdf_of(std::string_view svg);

}  // namespace epochscope::app
