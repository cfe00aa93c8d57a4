#pragma once

#include <epochscope/model/landscape.h>
#include <epochscope/model/plane_map.h>

#include <cstddef>
#include <optional>

namespace epochscope {

/// The probabilities and the embedding at a point, in double precision; nothing if the epoch has no
/// logits or one of them is not finite.
std::optional<PlaceReading> reading_by(const PlaneMap& map, std::size_t epoch, Point place);

}  // namespace epochscope
