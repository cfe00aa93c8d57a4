#pragma once

#include "io/features/npz_file.h"
#include "io/recording/feature_table.h"

#include <epochscope/io/npy.h>

#include <filesystem>
#include <optional>

namespace epochscope {

/// Opens the arrays of a recording. Their paths may go on within a file that holds several:
/// `epoch_1.npz/labels.npy`, or `epoch_1.csv/embeddings.npy`, whose columns are arrays (see
/// FeatureTable). The last such file stays open.
class RunArrays {
  public:
    /// Throws Error, and FileCutOff if a file is shorter than its content says.
    NpyArray open(const std::filesystem::path& path);

  private:
    std::filesystem::path last_;
    std::optional<NpzFile> npz_;
    std::optional<FeatureTable> table_;
};

}  // namespace epochscope
