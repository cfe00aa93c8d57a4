// Any bytes as lines of a training log: what is read of one is finite in number and has names that
// differ.
#include "io/curves/epoch_line.h"
#include "io/curves/log_line.h"

#include <cstdlib>
#include <set>

using namespace epochscope;

namespace {

void expect_different(const std::vector<LogEntry>& entries) {
    std::set<std::string> names;
    for (const LogEntry& entry : entries)
        if (!names.insert(entry.name).second) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (read_keras_epoch(text) && !read_keras_values(text).empty()) std::abort();
    if (const auto said = read_epoch_line(text)) {
        if (said->batch > said->batches || (said->entries.empty() && !said->is_bar)) std::abort();
        if (said->epoch && *said->epoch < 0) std::abort();
        expect_different(said->entries);
    }
    const auto line = read_log_line(text);
    if (!line) return 0;
    if (!is_progress(text) || line->batches < 1 || line->batch > line->batches) std::abort();
    expect_different(line->entries);
    return 0;
}
