#include "io/files/paths.h"
#include "io/npy/shape_text.h"
#include "io/pictures/picture_file.h"

#include <epochscope/io/thumbnails.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// The number of pictures, and of values of each, that are examined to find the range.
constexpr std::size_t pictures_looked_at = 64;
constexpr std::size_t numbers_looked_at = 4096;

/// The layout of a picture's values.
struct Layout {
    std::size_t height = 0;
    std::size_t width = 0;
    std::size_t channels = 1;
    bool channels_first = false;

    [[nodiscard]] std::size_t pixels() const { return height * width; }
    [[nodiscard]] std::size_t numbers() const { return pixels() * channels; }
};

bool is_channels(std::size_t axis) { return axis == 1 || axis == 3 || axis == 4; }

Layout layout_of(const NpyArray& array, std::size_t samples) {
    const std::vector<std::size_t>& shape = array.shape();
    const auto expected = [&] {
        return Error(array.name(), "has the shape ", shape_text(shape), ", expected (", samples,
                     ", height, width), or that with 1, 3 or 4 channels");
    };
    if (shape.size() < 3 || shape.size() > 4 || shape[0] != samples) throw expected();
    Layout layout{shape[1], shape[2], 1, false};
    if (shape.size() == 4 && is_channels(shape[3]))
        layout.channels = shape[3];
    else if (shape.size() == 4 && is_channels(shape[1]))
        layout = {shape[2], shape[3], shape[1], true};
    else if (shape.size() == 4)
        throw expected();
    if (layout.height == 0 || layout.width == 0 ||
        layout.height > max_thumbnail_pixels / layout.width)
        throw Error(array.name(), "has pictures of ", layout.width, " x ", layout.height,
                    " pixels, expected 1 to ", max_thumbnail_pixels);
    return layout;
}

/// The values of black and white.
struct Range {
    double black = 0;
    double white = 255;

    [[nodiscard]] std::uint8_t shade(double value) const {
        // NaN fails the comparison and is black.
        const double fraction = (value - black) / (white - black);
        if (!(fraction > 0)) return 0;
        return static_cast<std::uint8_t>(std::lround(std::min(fraction, 1.0) * 255));
    }
};

Range range_between(double min, double max, bool reals) {
    if (min >= 0 && max > 127 && max <= 255) return {0, 255};
    if (reals && max <= 1 && min >= -1) return {min < 0 ? -1.0 : 0.0, 1};
    const double black = std::min(min, 0.0);
    return {black, max > black ? max : black + 1};
}

class ArrayThumbnails : public ThumbnailSource {
  public:
    ArrayThumbnails(NpyArray array, const Layout& layout)
        : array_(std::move(array)), layout_(layout) {}

    [[nodiscard]] bool has(std::size_t sample) const override { return sample < array_.shape()[0]; }

    [[nodiscard]] Image load(std::size_t sample) const override {
        if (!has(sample)) throw Error(array_.name(), "has no picture of sample ", sample);
        std::call_once(once_, [this] { range_ = find_range(); });
        const std::vector<float> numbers = read(sample, layout_.numbers());
        Image image({static_cast<int>(layout_.width), static_cast<int>(layout_.height)});
        for (std::size_t pixel = 0; pixel < layout_.pixels(); ++pixel)
            paint(std::span(image.rgba).subspan(4 * pixel).first<4>(), numbers, pixel);
        array_.release(sample * layout_.numbers(), layout_.numbers());
        return image;
    }

  private:
    void paint(std::span<std::uint8_t, 4> rgba, std::span<const float> numbers,
               std::size_t pixel) const {
        const auto shade = [&](std::size_t channel) {
            const std::size_t at = layout_.channels_first ? channel * layout_.pixels() + pixel
                                                          : pixel * layout_.channels + channel;
            return range_.shade(numbers[at]);
        };
        const bool grey = layout_.channels == 1;
        for (std::size_t c = 0; c < 3; ++c) rgba[c] = shade(grey ? 0 : c);
        rgba[3] = layout_.channels == 4 ? shade(3) : 255;
    }

    [[nodiscard]] std::vector<float> read(std::size_t sample, std::size_t count) const {
        std::vector<float> numbers(count);
        array_.read(sample * layout_.numbers(), std::span(numbers));
        return numbers;
    }

    [[nodiscard]] Range find_range() const {
        const std::size_t samples = array_.shape()[0];
        const std::size_t pictures = std::min(samples, pictures_looked_at);
        const std::size_t count = std::min(layout_.numbers(), numbers_looked_at);
        std::optional<std::pair<double, double>> ends;
        for (std::size_t k = 0; k < pictures; ++k) {
            try {
                for (const double value : read(k * samples / pictures, count)) {
                    if (!std::isfinite(value)) continue;
                    if (!ends) ends.emplace(value, value);
                    ends = {std::min(ends->first, value), std::max(ends->second, value)};
                }
            } catch (const Error&) {
                continue;  // Told when that picture is asked for.
            }
        }
        if (!ends) return {};
        return range_between(ends->first, ends->second, array_.kind() == NpyKind::real);
    }

    NpyArray array_;
    Layout layout_;
    mutable std::once_flag once_;
    mutable Range range_;
};

/// `<index>.png`, or else .jpg or .jpeg, in a folder.
class FolderThumbnails : public ThumbnailSource {
  public:
    FolderThumbnails(fs::path folder, std::size_t samples)
        : folder_(std::move(folder)), samples_(samples) {}

    [[nodiscard]] bool has(std::size_t sample) const override {
        std::error_code ignored;
        return sample < samples_ && fs::exists(file(sample), ignored);
    }
    [[nodiscard]] Image load(std::size_t sample) const override {
        return read_picture(file(sample));
    }

  private:
    /// The first that there is; of none, the PNG.
    [[nodiscard]] fs::path file(std::size_t sample) const {
        const std::string name = (folder_ / std::to_string(sample)).string();
        std::error_code ignored;
        const auto* const found =
            std::ranges::find_if(picture_endings, [&](std::string_view ending) {
                return fs::exists(std::string(name).append(ending), ignored);
            });
        return std::string(name).append(found == picture_endings.end() ? picture_endings.front()
                                                                       : *found);
    }

    fs::path folder_;
    std::size_t samples_;
};

}  // namespace

std::shared_ptr<const ThumbnailSource> thumbnails_in(NpyArray array, std::size_t samples) {
    const Layout layout = layout_of(array, samples);
    return std::make_shared<ArrayThumbnails>(std::move(array), layout);
}

std::shared_ptr<const ThumbnailSource> open_thumbnails(const fs::path& file, std::size_t samples,
                                                       std::vector<std::string>& warnings) {
    std::error_code ignored;
    // If it is not a file, find_pictures warns of it.
    if (!fs::is_regular_file(file, ignored)) return nullptr;
    try {
        return thumbnails_in(NpyArray::open(file), samples);
    } catch (const Error& error) {
        warnings.push_back(std::string(error.what()) + "; no pictures of samples are shown");
        return nullptr;
    }
}

std::shared_ptr<const ThumbnailSource> find_thumbnails(const fs::path& folder, std::size_t samples,
                                                       std::vector<std::string>& warnings) {
    if (auto array = open_thumbnails(folder / "images.npy", samples, warnings)) return array;
    if (!is_folder(folder / "image")) return nullptr;
    return std::make_shared<FolderThumbnails>(folder / "image", samples);
}

std::shared_ptr<const ThumbnailSource> open_run_thumbnails(const fs::path& run, std::size_t samples,
                                                           std::vector<std::string>& warnings) {
    return find_thumbnails(run / "dataset", samples, warnings);
}

}  // namespace epochscope
