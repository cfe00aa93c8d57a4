#include "io/dynamics/line_faults.h"

#include <epochscope/model/error.h>

namespace epochscope {

void expect_faultless(const std::string& file, const LineChunk& chunk, std::size_t first_line,
                      std::vector<std::string>& warnings) {
    const auto place = [&](std::size_t line) {
        return file + ": line " + std::to_string(first_line + line);
    };
    for (const std::size_t line : chunk.glued)
        warnings.push_back(place(line) +
                           ": a record is cut off and another one follows, as where a second run "
                           "was appended; the first one is left out");
    if (!chunk.fault) return;
    const LineChunk::Fault& fault = *chunk.fault;
    if (!fault.cut || !fault.last)
        throw Error(place(fault.line) + ", byte " + std::to_string(fault.byte), fault.what);
    warnings.push_back(place(fault.line) +
                       ": is cut off, as by a run that was stopped; it is left out");
}

}  // namespace epochscope
