#pragma once

#include <epochscope/model/metadata.h>
#include <epochscope/model/thumbnails.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// Which pictures of the column `image` may be opened.
enum class NamedPictures : bool {
    /// Those in the folder of the metadata: no absolute paths, no `..` and no links out of it.
    within,
    /// All.
    anywhere,
};

/// The pictures that the column `image` names, PNG or JPEG files. A sample whose picture may not be
/// opened, is not there, or does not end in .png, .jpg or .jpeg has that of `others`, if any.
/// Without such a column: `others`.
std::shared_ptr<const ThumbnailSource> named_pictures(
    const std::shared_ptr<const Metadata>& metadata, std::shared_ptr<const ThumbnailSource> others,
    NamedPictures which = NamedPictures::within);

/// Whether a path leaves the folder by what it says: it is absolute, or has `..` beyond its begin.
bool leaves_folder(std::string_view path);

/// The first path of the column that leaves the folder by what it says; empty if none does.
std::string picture_outside(const Metadata& metadata);

/// The file that such a path names within the folder, links resolved; empty if it is outside, is no
/// picture by its name, or is not there.
std::filesystem::path picture_within(const Metadata& metadata, std::string_view path);

/// Sentences about pictures that are left out.
std::vector<std::string> warnings_of_pictures(const Metadata& metadata);

}  // namespace epochscope
