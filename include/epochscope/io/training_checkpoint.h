#pragma once

#include <epochscope/model/training_checkpoint.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace epochscope {

/// Writes a checkpoint, completely or not at all. Throws Error. The file has three parts: the line
/// `epochscope checkpoint 1`; a line of JSON with settings, the fingerprint of the recording (16
/// hexadecimal digits), passes, counters, and the lengths of the arrays; and the arrays, float32,
/// little-endian: the parameters (padded as in memory) and the two moments of Adam of the current
/// encoder, the same of the decoder, then for each finished map: middle, scale, and weight and bias
/// of each layer of its encoder and decoder.
void write_checkpoint(const TrainingCheckpoint& checkpoint, const std::filesystem::path& file);

/// Reads a checkpoint. Throws Error if it has another version or form, is cut off, or contains NaN.
/// Needs at most a few times the memory of the file.
TrainingCheckpoint read_checkpoint(const std::filesystem::path& file);
/// Reads a checkpoint from memory; `where` names it in errors.
TrainingCheckpoint parse_checkpoint(std::span<const std::uint8_t> bytes, std::string_view where);

}  // namespace epochscope
