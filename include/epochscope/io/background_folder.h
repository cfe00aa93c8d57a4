#pragma once

#include <epochscope/model/dataset.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// Backgrounds that lie in a folder as `<epoch number>.png`.
/// Null where not one epoch of the series has one; a warning is added where only some have.
std::shared_ptr<const BackgroundSource> open_background_folder(const std::filesystem::path& folder,
                                                               const EpochSeries& series,
                                                               std::vector<std::string>& warnings);

/// Backgrounds in files named by a template in which `${epoch}` stands for the epoch's number.
std::shared_ptr<const BackgroundSource> open_background_files(std::string_view path_template,
                                                              const EpochSeries& series,
                                                              std::vector<std::string>& warnings);

/// Which way up the backgrounds are, by agreement: under each point, is the background's colour
/// that of the class predicted for it? The colour's class is the one whose own colour, thinned with
/// white, comes nearest; white is undecided and counts for neither, nor does a point outside the
/// frame. Looks at the last epoch that has both a background and predictions; nothing where there
/// is none, where no point decides, or where there are no class colours. Throws Error where that
/// background cannot be read.
std::optional<Dataset::Agreement> origin_agreement(const EpochSeries& series,
                                                   const BackgroundSource& backgrounds);

}  // namespace epochscope
