#pragma once

#include "projection/placed.h"

#include <string>
#include <vector>

namespace epochscope {

// What methods have in common that learn maps.

/// What a pass lowered, for whoever watches.
std::vector<LossTerm> terms_of(const TrainingPass& pass);
/// The same in words.
std::string words_of(const TrainingPass& pass);

}  // namespace epochscope
