#pragma once

#include <epochscope/io/npy.h>
#include <epochscope/model/thumbnails.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace epochscope {

/// The maximum number of pixels of a sample's picture.
inline constexpr std::size_t max_thumbnail_pixels = 16U << 20U;

/// The pictures in an array: [N, H, W] in grey, [N, H, W, C] or [N, C, H, W] with C 1 (grey), 3
/// (RGB) or 4 (RGBA). If both fit, the last axis is C. Reads one picture at a time.
///
/// The range of black to white is found on the first load, from a few pictures spread over the
/// array: 0..255 if their maximum is above 127; for reals, 0..1 or -1..1; else from their minimum
/// (or 0) to their maximum. NaN is black. Throws Error if the shape does not fit, N differs from
/// `samples`, or a picture is larger than max_thumbnail_pixels.
std::shared_ptr<const ThumbnailSource> thumbnails_in(NpyArray array, std::size_t samples);

/// The pictures in a file, which stays mapped. Null if it does not exist, or, with a warning, if it
/// is faulty.
std::shared_ptr<const ThumbnailSource> open_thumbnails(const std::filesystem::path& file,
                                                       std::size_t samples,
                                                       std::vector<std::string>& warnings);

/// The pictures of samples in a folder: `images.npy`, or else `image/<index>.png` (or .jpg, .jpeg),
/// which may be missing for some samples. Null if there are none.
std::shared_ptr<const ThumbnailSource> find_thumbnails(const std::filesystem::path& folder,
                                                       std::size_t samples,
                                                       std::vector<std::string>& warnings);

/// The pictures of a recording, in its folder `dataset`.
std::shared_ptr<const ThumbnailSource> open_run_thumbnails(const std::filesystem::path& run,
                                                           std::size_t samples,
                                                           std::vector<std::string>& warnings);

}  // namespace epochscope
