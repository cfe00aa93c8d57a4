#pragma once

#include <epochscope/analysis/find_prototypes.h>
#include <epochscope/model/epoch_series.h>

#include <ostream>
#include <string>

namespace epochscope::cli {

/// One JSON object: see `prototypes --help`.
std::string json_of(const PrototypesFound& found, const EpochSeries& series);

/// A table of what was found, a line a level: means over all epochs.
void print_report(std::ostream& out, const Prototypes& prototypes);

}  // namespace epochscope::cli
