#pragma once

#include "projection/placed.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

namespace epochscope {

// What methods have in common that learn maps.

/// The options of both, those of the training included.
template <typename Options>
std::vector<Option> shared_options(Options& options) {
    std::vector<Option> all{
        {.id = "graph-neighbours",
         .value = &options.graph_neighbours,
         .label = "Graph neighbours",
         .help = "Nearest neighbours that are joined in feature space, boundary points and epochs "
                 "too. Larger: more of the whole, less of what is fine.",
         .range = {2, 1000},
         .old_ids = {"complex-neighbours"}}};
    std::ranges::copy(options_of(options.training), std::back_inserter(all));
    std::ranges::copy(
        std::initializer_list<Option>{
            {.id = "spatial-draws",
             .value = &options.spatial_draws,
             .label = "Spatial draws",
             .help = "How often the closest neighbours are drawn in a training epoch. Larger: "
                     "slower, truer neighbours.",
             .range = {0, 1e6},
             .advanced = true},
            {.id = "boundary-draws",
             .value = &options.boundary_draws,
             .label = "Boundary draws",
             .help = "How often the closest boundary points are drawn in a training epoch. Larger: "
                     "slower, truer boundaries.",
             .range = {0, 1e6},
             .advanced = true},
            {.id = "public-code",
             .value = &options.public_code,
             .label = "Public code",
             .help = "As the authors' published code, where it differs from the paper: to compare "
                     "results.",
             .advanced = true},
            seed_option(options.seed)},
        std::back_inserter(all));
    return all;
}

/// What a pass lowered, for whoever watches.
std::vector<LossTerm> terms_of(const TrainingPass& pass);
/// The same in words.
std::string words_of(const TrainingPass& pass);

}  // namespace epochscope
