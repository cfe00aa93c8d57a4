#include "io/dynamics/line_faults.h"

#include <epochscope/model/error.h>

namespace epochscope {

void expect_faultless(const std::string& file, const LineStretch& stretch, std::size_t first_line,
                      std::vector<std::string>& warnings) {
    const auto place = [&](std::size_t line) {
        return file + ": line " + std::to_string(first_line + line);
    };
    for (const std::size_t line : stretch.glued)
        warnings.push_back(place(line) +
                           ": a record is cut off and another one follows, as where a second run "
                           "was appended; the first one is left out");
    if (!stretch.fault) return;
    const LineStretch::Fault& fault = *stretch.fault;
    if (!fault.cut || !fault.last)
        throw Error(place(fault.line) + ", byte " + std::to_string(fault.byte), fault.what);
    warnings.push_back(place(fault.line) +
                       ": is cut off, as by a run that was stopped; it is left out");
}

}  // namespace epochscope
