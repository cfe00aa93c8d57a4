#pragma once

#include <epochscope/model/head.h>
#include <epochscope/model/learned_map.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// Reads the learned maps of a folder of arrays, one map or one an epoch, all of the same layers,
/// from `map/`: `normalisation.npy` (maps, D + 1), the middle and then the scale; for each layer
/// from 1 on `encoder_<layer>_weight.npy` (maps, outputs, inputs) and `encoder_<layer>_bias.npy`
/// (maps, outputs), and `decoder_...` alike. `rows[e]` is where the epoch of index e lies in the
/// arrays. Empty where there is no such folder; what is broken is left out with a warning.
std::vector<LearnedMap> read_learned_maps(const std::filesystem::path& folder,
                                          std::span<const std::size_t> rows,
                                          std::vector<std::string>& warnings);

/// Writes them, little-endian float32; nothing where there are none. Throws Error where their
/// layers differ.
void write_learned_maps(const std::vector<LearnedMap>& maps, const std::filesystem::path& folder);

/// Where a folder of arrays has the heads of its epochs: beside learned maps, `map/head_...`; of
/// linear maps, `map_head_...`. Of one linear map for all epochs none that are linear: what they
/// say is in the planes.
enum class HeadsOf : std::uint8_t { learned_maps, linear_maps, one_linear_map };

/// The file of that name: `.../head_<name>`.
std::filesystem::path head_file(const std::filesystem::path& folder, HeadsOf of,
                                const std::string& name);

/// Reads those that are linear, `..._weight.npy` (epochs, classes, D) and `..._bias.npy` (epochs,
/// classes); epochs of which a number is not finite have none. Empty where they are not there or
/// looked for; what is broken is left out with a warning.
Heads read_linear_heads(const std::filesystem::path& folder, HeadsOf of,
                        std::span<const std::size_t> rows, std::size_t classes,
                        std::size_t dimension, std::vector<std::string>& warnings);

/// Writes those that are linear into a folder in which the maps are; nothing where none
/// is, or they are not kept.
void write_linear_heads(const Heads& heads, const std::filesystem::path& folder, HeadsOf of);
}  // namespace epochscope
