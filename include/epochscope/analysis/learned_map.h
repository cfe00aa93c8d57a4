#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/head.h>
#include <epochscope/model/learned_map.h>
#include <epochscope/model/recording.h>

#include <span>
#include <vector>

namespace epochscope {

/// The places of some embeddings by a learned map that fits them. The same for any number of
/// threads (0: all there are). O(rows x weights of the encoder).
std::vector<Point> places_by(const LearnedMap& map, const Table& embeddings, int threads = 0);

/// What places stand for in feature space: a row of D for each. O(places x weights of the decoder).
std::vector<float> embeddings_by(const LearnedMap& map, std::span<const Point> places,
                                 int threads = 0);

/// The logits that a head that is known makes of what places stand for: a row of classes for each.
/// Throws Error where it fails. O(places x weights of the decoder and the head).
std::vector<float> logits_by(const LearnedMap& map, const Head& head, std::span<const Point> places,
                             int threads = 0);

}  // namespace epochscope
