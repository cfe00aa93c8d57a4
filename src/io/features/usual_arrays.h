#pragma once

#include <epochscope/io/npy.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace epochscope {

/// The names that people give to arrays of features, the most usual first.
inline constexpr std::array<std::string_view, 16> feature_names{
    "embeddings", "embedding", "features", "feature", "X", "x",       "data_embed",  "embeds",
    "embed",      "feats",     "feat",     "z",       "Z", "latents", "activations", "data"};

/// Whether an array may be features: numbers [N, D], also with further axes of 1.
inline bool is_feature_table(const NpyArray& array) {
    return array.squeezed().shape().size() == 2 && array.size() > 0 &&
           array.kind() != NpyKind::text;
}

/// Whether an array has one entry a sample.
inline bool is_list_of(const NpyArray& array, std::size_t samples) {
    const auto& shape = array.shape();
    return !shape.empty() && shape[0] == samples && array.size() == samples;
}

}  // namespace epochscope
