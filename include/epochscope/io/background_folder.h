#pragma once

#include <epochscope/model/dataset.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// Backgrounds in files named by a template in which `${epoch}` stands for the epoch's number.
/// Null where not one epoch of the series has one; a warning is added where only some have.
///
/// Which way up they are is `stated`, else found, when it is first asked for, by agreement: under
/// each point of the last epoch that has both a background and predictions, is the background's
/// colour that of the class predicted for it? The colour's class is the one whose own colour,
/// thinned with white, comes nearest; white is undecided and counts for neither, nor does a point
/// outside the frame.
std::shared_ptr<const BackgroundSource> open_background_files(std::string_view path_template,
                                                              const EpochSeries& series,
                                                              std::optional<Origin> stated,
                                                              std::vector<std::string>& warnings);

/// The same of those that lie in a folder as `<epoch number>.png`.
std::shared_ptr<const BackgroundSource> open_background_folder(const std::filesystem::path& folder,
                                                               const EpochSeries& series,
                                                               std::optional<Origin> stated,
                                                               std::vector<std::string>& warnings);

}  // namespace epochscope
