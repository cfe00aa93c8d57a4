// Any bytes as a table of places: what is read has all its samples at every epoch.
#include "io/tables/place_table.h"

#include <epochscope/model/error.h>

#include <cstdlib>
#include <string>
#include <vector>

using namespace epochscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    try {
        std::vector<std::string> warnings;
        const EpochSeries series = read_place_table("places.csv", text, {}, warnings).series;
        for (const Epoch& epoch : series.epochs())
            if (epoch.positions.size() != series.sample_count()) std::abort();
        if (warnings.empty()) std::abort();
    } catch (const Error&) {
        return 0;  // What it should throw; anything else ends the program.
    }
    return 0;
}
