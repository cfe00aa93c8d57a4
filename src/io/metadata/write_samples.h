#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/metadata.h>

#include <cstddef>
#include <filesystem>

namespace epochscope {

/// Writes `samples.csv` into a folder, a line for each of `samples` samples, which read_samples
/// reads as the same columns, except that texts which say that a value is missing, or are all
/// numbers, are read as that, and that `index` becomes `meta_index`. Pictures that the column
/// `image` names within the folder of the metadata are copied to the same places. Reports
/// `fraction`. Throws Error and Cancelled.
void write_samples(const Metadata& metadata, std::size_t samples,
                   const std::filesystem::path& folder, double fraction, const Job& job);

}  // namespace epochscope
