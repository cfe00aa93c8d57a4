#include "io/json/json_text.h"
#include "io/pictures/picture_file.h"

#include <epochscope/io/named_pictures.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cstddef>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

const Column* images_of(const Metadata& metadata) {
    const Column* images = metadata.find("image");
    return images != nullptr && images->is_text() ? images : nullptr;
}

class PathThumbnails : public ThumbnailSource {
  public:
    PathThumbnails(std::shared_ptr<const Metadata> metadata,
                   std::shared_ptr<const ThumbnailSource> others, NamedPictures which)
        : metadata_(std::move(metadata)),
          others_(std::move(others)),
          images_(*images_of(*metadata_)),
          which_(which) {}

    [[nodiscard]] bool has(std::size_t sample) const override {
        if (sample >= images_.size()) return false;
        return !file_of(sample).empty() || (others_ && others_->has(sample));
    }
    [[nodiscard]] Image load(std::size_t sample) const override {
        const fs::path file = sample < images_.size() ? file_of(sample) : fs::path();
        if (!file.empty()) return read_picture(file);
        if (!others_) throw Error("image", "there is no picture of sample ", sample);
        return others_->load(sample);
    }

  private:
    /// Empty if it may not be opened or is not there.
    [[nodiscard]] fs::path file_of(std::size_t sample) const {
        const std::string_view path = images_.text(sample);
        if (which_ == NamedPictures::within) return picture_within(*metadata_, path);
        const fs::path file = fs::path(metadata_->folder) / path;
        std::error_code ignored;
        return is_picture_name(path) && fs::is_regular_file(file, ignored) ? file : fs::path();
    }

    std::shared_ptr<const Metadata> metadata_;
    std::shared_ptr<const ThumbnailSource> others_;
    const Column& images_;
    NamedPictures which_;
};

}  // namespace

bool leaves_folder(std::string_view path) {
    if (path.starts_with('/')) return true;
    if (path.find("..") == std::string_view::npos) return false;
    const fs::path normal = fs::path(path).lexically_normal();
    return !normal.empty() && *normal.begin() == "..";
}

std::shared_ptr<const ThumbnailSource> named_pictures(
    const std::shared_ptr<const Metadata>& metadata, std::shared_ptr<const ThumbnailSource> others,
    NamedPictures which) {
    if (!metadata || images_of(*metadata) == nullptr) return others;
    return std::make_shared<PathThumbnails>(metadata, std::move(others), which);
}

std::string picture_outside(const Metadata& metadata) {
    const Column* images = images_of(metadata);
    if (images == nullptr) return {};
    for (std::size_t i = 0; i < images->size(); ++i)
        if (leaves_folder(images->text(i))) return std::string(images->text(i));
    return {};
}

fs::path picture_within(const Metadata& metadata, std::string_view path) {
    if (!is_picture_name(path) || leaves_folder(path) || metadata.folder.empty()) return {};
    std::error_code error;
    const fs::path folder = fs::canonical(metadata.folder, error);
    if (error) return {};
    fs::path file = fs::canonical(folder / path, error);
    if (error || !fs::is_regular_file(file, error)) return {};
    const auto [end, ignored] = std::ranges::mismatch(folder, file);
    return end == folder.end() ? file : fs::path();
}

std::vector<std::string> warnings_of_pictures(const Metadata& metadata) {
    const Column* images = images_of(metadata);
    if (images == nullptr) return {};
    std::size_t outside = 0;
    std::size_t others = 0;
    std::string first_outside;
    std::string first_other;
    for (std::size_t i = 0; i < images->size(); ++i) {
        const std::string_view path = images->text(i);
        if (path.empty()) continue;
        if (leaves_folder(path)) {
            if (outside++ == 0) first_outside = path;
        } else if (!is_picture_name(path)) {
            if (others++ == 0) first_other = path;
        }
    }
    std::vector<std::string> warnings;
    if (outside > 0)
        warnings.push_back("image: " + std::to_string(outside) +
                           " pictures outside of the folder are not opened, the first is " +
                           in_quotes(first_outside));
    if (others > 0)
        warnings.push_back("image: " + std::to_string(others) +
                           " files that are neither .png nor .jpg are not shown, the first is " +
                           in_quotes(first_other));
    return warnings;
}

}  // namespace epochscope
