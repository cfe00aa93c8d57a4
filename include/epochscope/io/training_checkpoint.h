#pragma once

#include <epochscope/model/training_checkpoint.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace epochscope {

/// Checkpoints are files of three parts: the line `epochscope checkpoint 1`; a line of JSON, which
/// names settings, the recording's fingerprint (16 hexadecimal digits), passes, counters, and how
/// long the arrays are; and these, float32, little-endian, one behind the other: of the encoder
/// under way its parameters (padded as the program holds them) and Adam's two moments, the same of
/// the decoder, then each finished map: middle, scale, and weight and bias of each layer of its
/// encoder and decoder. A file of another version is refused.
void write_checkpoint(const TrainingCheckpoint& checkpoint, const std::filesystem::path& file);

/// Reads one. Throws Error where it is of another form, cut off, or holds what is no number: what
/// was found, and what was expected. Takes no more memory than a few times the file.
TrainingCheckpoint read_checkpoint(const std::filesystem::path& file);
/// The same from memory; `where` names it in errors.
TrainingCheckpoint parse_checkpoint(std::span<const std::uint8_t> bytes, std::string_view where);

}  // namespace epochscope
