#pragma once

#include "io/metadata/sample_table.h"

#include <epochscope/model/job.h>
#include <epochscope/model/metadata.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace epochscope {

/// The metadata of a recording: its samples file, in its folder `dataset` or in its own (see
/// read_samples_file), and what time-travelling-visualizer keeps beside it (see
/// with_visualizer_texts). Null if there is none. Throws Cancelled.
std::shared_ptr<const Metadata> read_run_metadata(const std::filesystem::path& run,
                                                  const SamplesOfTable& samples,
                                                  std::vector<std::string>& warnings,
                                                  const Job& job = {});

}  // namespace epochscope
