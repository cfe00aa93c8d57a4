#include "projection/placed.h"

#include <iomanip>
#include <sstream>

namespace epochscope {

Option seed_option(std::uint64_t& seed) {
    return {.id = "seed",
            .value = &seed,
            .label = "Seed",
            .help = "Seed of all that is random.",
            .range = {0, 1.8446744073709552e19},
            .advanced = true};
}

std::string rounded(double value) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(3) << value;
    return text.str();
}

}  // namespace epochscope
