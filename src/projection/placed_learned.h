#pragma once

#include "projection/placed.h"

#include <map>
#include <string>
#include <vector>

namespace epochscope {

// What methods have in common that learn maps.

/// What a pass lowered, for whoever watches.
std::vector<LossTerm> terms_of(const TrainingPass& pass);
/// The same in words.
std::string words_of(const TrainingPass& pass);
/// How maps were learned.
std::map<std::string, std::string> source_of(const TrainingOptions& options);

}  // namespace epochscope
