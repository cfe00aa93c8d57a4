#pragma once

#include <epochscope/analysis/data_map.h>
#include <epochscope/analysis/training_signals.h>
#include <epochscope/opening/open_signals.h>

#include <nlohmann/json_fwd.hpp>

#include <ostream>

namespace epochscope::cli {

/// Training signals and what was made of them.
struct DataMapReport {
    const SignalSource& source;
    const SignalTable& table;
    const DataMap& map;
    /// For what is worked out; 0: all there are.
    int threads = 0;
};

/// How many evaluations, samples of each group, region and preset there are, how signals are
/// spread, and who is most likely mislabelled.
nlohmann::ordered_json json_of(const DataMapReport& report);

/// The same, shorter, in words.
void print_report(std::ostream& out, const DataMapReport& report);

}  // namespace epochscope::cli
