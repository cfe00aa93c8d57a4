// Any bytes as the lines of an epoch of Dataset Cartography's: every record that is read is one.
#include "io/dynamics/line_chunk.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace epochscope;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const LineChunk chunk = read_chunk(text, CartographyLayout(1));
    for (const SignalLine& record : chunk.records) {
        const double p = record.verdict.label_probability;
        const auto classes = static_cast<std::int32_t>(record.classes);
        if (std::isnan(p)) {
            // Not evaluated, for one of two reasons.
            const bool is_told = record.odd[static_cast<std::size_t>(Oddity::outputs)] ||
                                 record.odd[static_cast<std::size_t>(Oddity::label)];
            if (!is_told || record.right || record.verdict.prediction != -1 || record.label < -1)
                std::abort();
            continue;
        }
        if (record.id.empty() || !(p >= 0 && p <= 1) || record.label < 0 ||
            record.label >= classes || record.verdict.prediction >= classes)
            std::abort();
    }
    return 0;
}
