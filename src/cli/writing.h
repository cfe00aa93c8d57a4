#pragma once

#include "cli/verb.h"

#include <epochscope/io/write_dataset.h>

#include <map>
#include <string>

namespace epochscope::cli {

/// Writes a dataset (see write_dataset) with a bar of progress, says what was written, and warns of
/// what the format has no place for. To the `source`, the program's version is added. `same_as`:
/// see write_dataset.
void write(const Dataset& dataset, DatasetFormat format, const std::string& folder,
           std::map<std::string, std::string> source, const Stage& stage,
           const std::string& same_as = {});

}  // namespace epochscope::cli
