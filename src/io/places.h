#pragma once

#include <epochscope/model/epoch_series.h>

#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// The box around places, with a margin of 5 % on each side; not empty. Places that are not finite
/// do not count; nothing if there is no other.
std::optional<Box> box_around(const EpochSeries& series);

/// A series that is read with the default frame, since its folder states none: if places lie
/// outside of it or fill less than a sixteenth of it, the frame becomes the box around all places.
/// With backgrounds, which cover the default frame, it stays. Either becomes a warning. O(all
/// places).
EpochSeries with_fitting_frame(const EpochSeries& series, bool has_backgrounds,
                               std::vector<std::string>& warnings);

/// Warns of values that are not known. O(all values).
void warn_of_absent(const EpochSeries& series, std::vector<std::string>& warnings);

}  // namespace epochscope
