#pragma once

#include <epochscope/io/npy.h>
#include <epochscope/model/thumbnails.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace epochscope {

/// Most pixels that a sample's picture may have.
inline constexpr std::size_t max_thumbnail_pixels = 16U << 20U;

/// The pictures in an array: [N, H, W] in grey, [N, H, W, C] or [N, C, H, W] with C 1 (grey), 3
/// (RGB) or 4 (RGBA); where both would fit, the last axis is taken for C. One picture at a time is
/// read.
///
/// What is white is found when the first one is loaded, by a few pictures spread over the array:
/// 255 where their numbers are 0 to something above 127, 1 where they are reals within 0..1; what
/// is within -1..1 goes from -1 to 1, all else from its least number (or 0) to its greatest. What
/// is no number is black. Throws Error where the shape is none of these, is not of so many samples,
/// or a picture is larger than max_thumbnail_pixels.
std::shared_ptr<const ThumbnailSource> thumbnails_in(NpyArray array, std::size_t samples);

/// The same of a file, which stays mapped; null where it is not there, and with a warning where it
/// cannot be shown.
std::shared_ptr<const ThumbnailSource> open_thumbnails(const std::filesystem::path& file,
                                                       std::size_t samples,
                                                       std::vector<std::string>& warnings);

/// The pictures of samples in a folder: `images.npy`, else `image/<index>.png`, which not all
/// samples need have. Null where there are none.
std::shared_ptr<const ThumbnailSource> find_thumbnails(const std::filesystem::path& folder,
                                                       std::size_t samples,
                                                       std::vector<std::string>& warnings);

/// Those of a recorded run: of its folder `dataset`.
std::shared_ptr<const ThumbnailSource> open_run_thumbnails(const std::filesystem::path& run,
                                                           std::size_t samples,
                                                           std::vector<std::string>& warnings);

}  // namespace epochscope
