#pragma once

#include <epochscope/model/dataset.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// Opens the backgrounds in files named by a template, in which `${epoch}` stands for the epoch
/// number. Null if no epoch of the series has one. Adds a warning if only some have.
///
/// Their origin is `stated`, or else determined on first use by agreement: for each point of the
/// last epoch with a background and predictions, the colour of the background is compared with that
/// of the predicted class. The class of a colour is the one whose colour, mixed with white, is
/// nearest. White and points outside the frame do not count.
std::shared_ptr<const BackgroundSource> open_background_files(std::string_view path_template,
                                                              const EpochSeries& series,
                                                              std::optional<Origin> stated,
                                                              std::vector<std::string>& warnings);

/// Opens the backgrounds `<epoch number>.png` of a folder.
std::shared_ptr<const BackgroundSource> open_background_folder(const std::filesystem::path& folder,
                                                               const EpochSeries& series,
                                                               std::optional<Origin> stated,
                                                               std::vector<std::string>& warnings);

}  // namespace epochscope
