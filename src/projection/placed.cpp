#include "projection/placed.h"

#include <array>
#include <charconv>
#include <iomanip>
#include <sstream>

namespace epochscope {

std::string text_of(double value) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::string rounded(double value) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(3) << value;
    return text.str();
}

}  // namespace epochscope
