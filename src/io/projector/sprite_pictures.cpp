#include "io/projector/sprite_pictures.h"

#include "io/files/input_file.h"

#include <epochscope/io/png.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <mutex>
#include <span>
#include <utility>

namespace epochscope {

namespace {

class SpritePictures : public ThumbnailSource {
  public:
    SpritePictures(std::filesystem::path file, Size picture, std::size_t columns,
                   std::size_t samples)
        : file_(std::move(file)), picture_(picture), columns_(columns), samples_(samples) {}

    [[nodiscard]] bool has(std::size_t sample) const override { return sample < samples_; }

    [[nodiscard]] Image load(std::size_t sample) const override {
        const std::scoped_lock lock(mutex_);
        if (!sprite_) sprite_ = std::make_unique<const Image>(read_png(file_));
        const auto left = static_cast<int>(sample % columns_) * picture_.width;
        const auto top = static_cast<int>(sample / columns_) * picture_.height;
        if (left + picture_.width > sprite_->size.width ||
            top + picture_.height > sprite_->size.height)
            throw Error(file_.string(), "has become smaller since it was opened");
        Image picture(picture_);
        const auto row = static_cast<std::size_t>(picture_.width) * 4;
        for (int y = 0; y < picture_.height; ++y) {
            const auto from =
                (static_cast<std::size_t>(top + y) * static_cast<std::size_t>(sprite_->size.width) +
                 static_cast<std::size_t>(left)) *
                4;
            std::copy_n(sprite_->rgba.begin() + static_cast<std::ptrdiff_t>(from), row,
                        picture.rgba.begin() +
                            static_cast<std::ptrdiff_t>(static_cast<std::size_t>(y) * row));
        }
        return picture;
    }

  private:
    std::filesystem::path file_;
    Size picture_;
    std::size_t columns_;
    std::size_t samples_;
    mutable std::mutex mutex_;
    mutable std::unique_ptr<const Image> sprite_;
};

}  // namespace

std::shared_ptr<const ThumbnailSource> open_sprite(const ProjectorSprite& sprite,
                                                   std::size_t samples,
                                                   std::vector<std::string>& warnings) {
    if (sprite.path.empty() || samples == 0) return nullptr;
    try {
        InputFile file(sprite.path, std::numeric_limits<std::size_t>::max());
        std::array<std::uint8_t, 33> head{};
        const Size size = png_size(std::span(head).first(file.read(head)), sprite.path.string());
        const auto side =
            static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(samples))));
        const auto pixels = [](std::size_t stated, std::size_t whole, std::size_t pictures) {
            return stated > 0 ? stated : whole / pictures;
        };
        const std::size_t width = pixels(sprite.width, static_cast<std::size_t>(size.width), side);
        const std::size_t height =
            pixels(sprite.height, static_cast<std::size_t>(size.height), side);
        const std::size_t columns = width > 0 ? static_cast<std::size_t>(size.width) / width : 0;
        const std::size_t rows = height > 0 ? static_cast<std::size_t>(size.height) / height : 0;
        if (columns == 0 || rows < (samples + columns - 1) / columns)
            throw Error(sprite.path.string(), "has ", size.width, " x ", size.height,
                        " pixels, which is too small for ", samples, " pictures of ", width, " x ",
                        height);
        return std::make_shared<SpritePictures>(
            sprite.path, Size{static_cast<int>(width), static_cast<int>(height)}, columns, samples);
    } catch (const Error& error) {
        warnings.push_back(std::string(error.what()) + "; the pictures are left out");
        return nullptr;
    }
}

}  // namespace epochscope
