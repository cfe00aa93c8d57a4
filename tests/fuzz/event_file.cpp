// Any bytes as a file of events, read at once, and in two parts as if it had grown: no points may
// be lost or invented.
#include "io/curves/event_chunk.h"

#include <cstdlib>

using namespace epochscope;

namespace {

std::size_t points(const std::vector<ScalarSeries>& all) {
    std::size_t count = 0;
    for (const ScalarSeries& series : all) {
        if (series.steps.size() != series.size() || series.wall_times.size() != series.size())
            std::abort();
        count += series.size();
    }
    return count;
}

/// Reads what follows an offset, and moves it to where to go on.
std::size_t read(std::span<const std::uint8_t> bytes, std::size_t& from) {
    const RecordLayout layout = lay_out_records(bytes, from, 64, {});
    std::size_t count = 0;
    for (const auto& chunk : layout.chunks) {
        if (chunk.begin < from || chunk.end > bytes.size()) std::abort();
        from = chunk.end;
        count += points(read_events(bytes, chunk).set.all());
    }
    if (layout.end < from || layout.end > bytes.size()) std::abort();
    from = layout.end;
    return count;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span<const std::uint8_t> bytes(data, size);
    std::size_t at_once = 0;
    const std::size_t all = read(bytes, at_once);
    std::size_t from = 0;
    const std::size_t begun = read(bytes.first(size / 2), from);
    if (begun + read(bytes, from) < all) std::abort();
    return 0;
}
