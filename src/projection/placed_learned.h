#pragma once

#include "projection/placed.h"

#include <array>
#include <map>
#include <string>

namespace epochscope {

// What methods have in common that learn maps.

/// What a pass lowered, for whoever watches.
std::array<LossTerm, 3> terms_of(const TrainingPass& pass);
/// The same in words.
std::string words_of(const TrainingPass& pass);
/// How maps were learned.
std::map<std::string, std::string> source_of(const TrainingOptions& options);

}  // namespace epochscope
