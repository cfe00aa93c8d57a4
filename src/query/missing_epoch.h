#pragma once

#include <epochscope/model/epoch_series.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace epochscope {

/// Says that there is no epoch of this number, and which are near. Without a number, `digits` are
/// too many for one, and are beyond the ends.
std::string missing_epoch(const EpochSeries& series, std::optional<std::int64_t> number,
                          std::string_view digits);

}  // namespace epochscope
