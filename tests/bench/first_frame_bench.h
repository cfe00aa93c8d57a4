#pragma once

#include <filesystem>

namespace epochscope::bench {

/// Opening array folders of 1,000 x 10 and of 1,000,000 x 100 and drawing a first picture, with
/// their files in memory and on the disk; and what is resident after a drag over all epochs.
void bench_first_frame(const std::filesystem::path& small, const std::filesystem::path& large);

}  // namespace epochscope::bench
