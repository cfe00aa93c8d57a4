#pragma once

#include "io/json_text.h"

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <string>
#include <vector>

namespace epochscope {

/// Largest `data.json` that is read, in bytes: what simdjson can index.
inline constexpr std::size_t max_data_json = 0xFFFFFFFFU;

/// Reads the text of a `data.json` of `samples` samples: the epochs in the order of the file.
/// Counts and types are checked; the ranges of values and whether an epoch occurs twice are
/// make_series's to check. A key that is not known is warned of once. Throws Error, its messages
/// beginning with "data.json". O(bytes).
std::vector<EpochColumns> parse_data_json(const JsonText& text, std::size_t samples,
                                          std::vector<std::string>& warnings, const Job& job = {});

}  // namespace epochscope
