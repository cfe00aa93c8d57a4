#pragma once

#include <epochscope/io/formats.h>

#include <filesystem>

namespace epochscope {

/// The features among the `.npy` files of a folder: the one with a usual name, or else the first
/// that is a table; and the first list of as many labels. Either may be empty.
struct FeatureFiles {
    std::filesystem::path features;
    std::filesystem::path labels;
};

FeatureFiles feature_files_in(const std::filesystem::path& folder);

/// A folder of such files opens nothing, but says what to call.
Fit fit_folder_of_arrays(const std::filesystem::path& folder);

}  // namespace epochscope
