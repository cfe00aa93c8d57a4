#include "projection/placed.h"

#include <iomanip>
#include <sstream>

namespace epochscope {

std::string text_of(double value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

std::string rounded(double value) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(3) << value;
    return text.str();
}

}  // namespace epochscope
