#pragma once

#include "io/metadata/sample_table.h"

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>
#include <epochscope/model/metadata.h>

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// The metadata in the first of these folders that has `samples.csv`, `samples.tsv` or
/// `samples.jsonl`, in this order (see read_sample_table). Null if there is none, or, with a
/// warning, if it is broken. Throws Cancelled.
std::shared_ptr<const Metadata> read_samples_file(std::span<const std::filesystem::path> folders,
                                                  const SamplesOfTable& samples,
                                                  std::vector<std::string>& warnings,
                                                  const Job& job = {});

/// The same of the folder of a dataset.
std::shared_ptr<const Metadata> read_samples_file(const std::filesystem::path& folder,
                                                  const EpochSeries& series,
                                                  std::vector<std::string>& warnings,
                                                  const Job& job = {});

/// Reads such a file. Throws Error and Cancelled.
std::vector<Column> read_samples(const std::filesystem::path& file, const SamplesOfTable& samples,
                                 std::vector<std::string>& warnings, const Job& job = {});

/// `metadata` and those columns whose names it does not have; null if there are none at all.
std::shared_ptr<const Metadata> with_columns(const std::shared_ptr<const Metadata>& metadata,
                                             std::vector<Column> columns);

}  // namespace epochscope
