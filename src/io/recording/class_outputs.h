#pragma once

#include "io/recording/run_arrays.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/recording.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// What the outputs of a classifier are.
enum class OutputKind : std::uint8_t { logits, probabilities };

/// The outputs of an epoch as a table: one row a sample and one column a class, or one number a
/// sample, which is that of the second of two classes. Throws Error if the shape is another, or if
/// there is one integer a sample, which is a predicted class.
NpyArray as_outputs(const NpyArray& array);

/// The logits of outputs: the logarithms of probabilities, of which softmax is the probabilities
/// again, with 0 as the logit of the first class if there is one column. Throws Error, which begins
/// with `where`, if a number is not a probability.
std::vector<float> logits_from(const Table& outputs, OutputKind kind, const std::string& where);

/// Opens the outputs in these files. Passes over those that are cut off, since what reads them says
/// so.
std::vector<NpyArray> open_outputs(std::span<const std::filesystem::path> files, RunArrays& arrays);

/// What the outputs of all epochs are, which are tables: as an `info.json` states, or else found
/// out, which becomes a warning, as one column does. The `info.json` need not exist.
OutputKind kind_of_outputs(std::span<const NpyArray> outputs, const std::filesystem::path& info,
                           std::vector<std::string>& warnings);

}  // namespace epochscope
