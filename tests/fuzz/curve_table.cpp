// Any bytes as a table of curves: what is read is in order and complete.
#include "io/curves/table_text.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <cstdlib>

using namespace epochscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        const CurveTable table =
            parse_curve_table("curves.csv", {reinterpret_cast<const char*>(data), size});
        for (const ScalarSeries& series : table.set.all())
            if (series.steps.size() != series.size() ||
                !std::is_sorted(series.steps.begin(), series.steps.end()))
                std::abort();
    } catch (const Error&) {
        return 0;  // What it should throw; anything else ends the program.
    }
    return 0;
}
