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

/// Whether all rows are numbers of 0..1 that add up to 1 (with one column: all are 0..1). Rows that
/// are not finite do not count. Reads as much as is needed: of logits, usually one row.
bool hold_probabilities(std::span<const NpyArray> arrays);

/// The logits of outputs: the logarithms of probabilities, of which softmax is the probabilities
/// again, with 0 as the logit of the first class if there is one column. Throws Error, which begins
/// with `where`, if a number is not a probability.
std::vector<float> logits_from(const Table& outputs, OutputKind kind, const std::string& where);

/// What is said of outputs that were found to be probabilities, and of one column.
std::string words_on_probabilities(const std::string& file);
std::string words_on_one_column(const std::string& file);

}  // namespace epochscope
