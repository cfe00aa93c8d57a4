#pragma once

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

/// Opens the outputs of an epoch: one row a sample and one column a class, or one number a sample,
/// which is that of the second of two classes. Throws Error if the shape is another, or if there
/// is one integer a sample, which is a predicted class.
NpyArray open_outputs(const std::filesystem::path& file);

/// The logits of outputs: the logarithms of probabilities, of which softmax is the probabilities
/// again, with 0 as the logit of the first class if there is one column. Throws Error, which begins
/// with `where`, if a number is not a probability.
std::vector<float> logits_from(const Table& outputs, OutputKind kind, const std::string& where);

/// What the outputs in these files are: as an `info.json` states, or else found out, which becomes
/// a warning, as one column does. The files need to exist, the `info.json` need not.
OutputKind kind_of_outputs(std::span<const std::filesystem::path> files,
                           const std::filesystem::path& info, std::vector<std::string>& warnings);

}  // namespace epochscope
