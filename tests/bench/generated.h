#pragma once

#include <cstddef>
#include <filesystem>

namespace epochscope::bench {

/// Writes a Sequence-Scatter folder with predictions and confidences, an epoch at a time: places
/// and shares as they are printed when a float32 becomes a double, with up to 17 digits (about 63
/// bytes a sample and epoch).
void write_scatter(const std::filesystem::path& folder, std::size_t samples, std::size_t epochs);

}  // namespace epochscope::bench
