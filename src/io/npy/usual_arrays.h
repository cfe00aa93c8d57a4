#pragma once

#include <epochscope/io/npy.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace epochscope {

/// The names that people give to arrays, in lower case, the most usual first.
using UsualNames = std::span<const std::string_view>;

inline constexpr std::array<std::string_view, 20> embedding_names{
    "embeddings",  "features",        "representations", "embedding", "feature", "feats",
    "feat",        "representation",  "data_embed",      "embeds",    "embed",   "embs",
    "emb",         "hidden_states",   "latents",         "latent",    "vectors", "activations",
    "penultimate", "train_embeddings"};
inline constexpr std::array<std::string_view, 5> logit_names{"predictions", "logits", "outputs",
                                                             "prediction", "output"};
inline constexpr std::array<std::string_view, 8> probability_names{
    "probs", "probabilities", "pred_probs", "prob", "proba", "predict_proba", "y_prob", "softmax"};
inline constexpr std::array<std::string_view, 9> label_names{
    "labels", "label", "y", "targets", "target", "y_true", "gt", "train_labels", "y_train"};
inline constexpr std::array<std::string_view, 6> id_names{"ids", "indices",    "index",
                                                          "idx", "sample_ids", "sample_id"};

inline bool is_usual(UsualNames usual, std::string_view name) {
    return std::ranges::find(usual, in_lower_case(name)) != usual.end();
}

/// Whether an array may be features: numbers [N, D], also with further axes of 1.
inline bool is_feature_table(const NpyArray& array) {
    return array.squeezed().shape().size() == 2 && array.size() > 0 &&
           array.kind() != NpyKind::text;
}

/// Whether an array may be rows of numbers of all samples at several epochs: [E, N, D], also with
/// further axes of 1. There are mostly fewer epochs than samples: what has more along its first
/// axis may be pictures.
inline bool is_epochs_table(const NpyArray& array) {
    const NpyArray table = array.squeezed();
    return table.shape().size() == 3 && table.size() > 0 && table.kind() != NpyKind::text &&
           table.shape()[0] <= table.shape()[1];
}

/// Whether such an array may be places in the plane: [E, N, 2].
inline bool are_places(const NpyArray& array) {
    return is_epochs_table(array) && array.squeezed().shape()[2] == 2;
}

/// Whether an array has one entry a sample.
inline bool is_list_of(const NpyArray& array, std::size_t samples) {
    const auto& shape = array.shape();
    const bool is_row = shape.size() == 2 && shape[0] == 1;
    return !shape.empty() && (shape[0] == samples || is_row) && array.size() == samples;
}

}  // namespace epochscope
