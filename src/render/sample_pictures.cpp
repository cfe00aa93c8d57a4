#include <epochscope/render/sample_pictures.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

namespace epochscope {

namespace {

/// Pixels [left, right) x [top, bottom).
struct Area {
    int left;
    int top;
    int right;
    int bottom;

    [[nodiscard]] Area grown(int by) const {
        return {left - by, top - by, right + by, bottom + by};
    }
};

/// The part of a picture that becomes one pixel.
struct Source {
    int first;
    int last;
};

Source source_of(int pixel, int shown, int pixels) {
    const auto at = [&](int k) {
        return static_cast<int>(static_cast<std::int64_t>(k) * pixels / shown);
    };
    const int first = at(pixel);
    return {first, std::max(first + 1, at(pixel + 1))};
}

/// As large as fits into a square.
Size shown_size(Size image, float side) {
    const float longest = static_cast<float>(std::max(image.width, image.height));
    const float factor = side / longest;
    const float whole = factor >= 1 ? std::floor(factor) : factor;
    const auto shown = [whole](int pixels) {
        return std::max(1, static_cast<int>(std::lround(static_cast<float>(pixels) * whole)));
    };
    return {shown(image.width), shown(image.height)};
}

class PictureLayer {
  public:
    explicit PictureLayer(const Frame& frame) : frame_(frame), layer_(frame.size) {}

    void draw(const SamplePicture& picture) {
        const Image& image = *picture.image;
        const Size shown = shown_size(image.size, picture.side);
        const float half_width = static_cast<float>(shown.width) / 2;
        const float half_height = static_cast<float>(shown.height) / 2;
        const int left = static_cast<int>(std::lround(picture.centre.x - half_width));
        const int top = static_cast<int>(std::lround(picture.centre.y - half_height));
        const Area inside{left, top, left + shown.width, top + shown.height};
        const int border = static_cast<int>(std::lround(picture.border_width));
        const int rim = static_cast<int>(std::lround(picture.rim_width));
        fill(inside.grown(border + rim), faded(picture.rim, picture.opacity));
        fill(inside.grown(border), faded(picture.border, picture.opacity));
        for_each_pixel(inside, [&](int x, int y) {
            set(x, y,
                faded(mean(image, source_of(x - left, shown.width, image.size.width),
                           source_of(y - top, shown.height, image.size.height)),
                      picture.opacity));
        });
    }

    [[nodiscard]] Image take() { return std::move(layer_); }

  private:
    static Colour faded(Colour colour, float opacity) {
        colour.a = static_cast<std::uint8_t>(std::lround(static_cast<float>(colour.a) * opacity));
        return colour;
    }

    template <typename Work>
    void for_each_pixel(const Area& area, const Work& work) const {
        for (int y = std::max(area.top, 0); y < std::min(area.bottom, frame_.size.height); ++y)
            for (int x = std::max(area.left, 0); x < std::min(area.right, frame_.size.width); ++x)
                work(x, y);
    }

    void fill(const Area& area, Colour colour) {
        if (colour.a == 0) return;
        for_each_pixel(area, [&](int x, int y) { set(x, y, colour); });
    }

    void set(int x, int y, Colour colour) {
        const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(frame_.size.width);
        std::uint8_t* pixel = layer_.rgba.data() + 4 * (row + static_cast<std::size_t>(x));
        pixel[0] = colour.r;
        pixel[1] = colour.g;
        pixel[2] = colour.b;
        pixel[3] = colour.a;
    }

    /// The mean of some pixels over the canvas.
    [[nodiscard]] Colour mean(const Image& image, Source columns, Source rows) const {
        std::array<std::uint64_t, 3> sums{};
        const std::array<std::uint64_t, 3> canvas{frame_.canvas.r, frame_.canvas.g,
                                                  frame_.canvas.b};
        for (int y = rows.first; y < rows.last; ++y) {
            const std::size_t row =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(image.size.width);
            for (int x = columns.first; x < columns.last; ++x) {
                const std::uint8_t* pixel =
                    image.rgba.data() + 4 * (row + static_cast<std::size_t>(x));
                const std::uint64_t alpha = pixel[3];
                for (std::size_t c = 0; c < sums.size(); ++c)
                    sums[c] += pixel[c] * alpha + canvas[c] * (255 - alpha);
            }
        }
        const auto weight = std::uint64_t{255} *
                            static_cast<std::uint64_t>(rows.last - rows.first) *
                            static_cast<std::uint64_t>(columns.last - columns.first);
        const auto channel = [&](std::size_t c) {
            return static_cast<std::uint8_t>((sums[c] + weight / 2) / weight);
        };
        return {channel(0), channel(1), channel(2)};
    }

    const Frame& frame_;
    Image layer_;
};

}  // namespace

void set_images(Frame& frame, const FindPicture& find) {
    for (SamplePicture& picture : frame.pictures) {
        picture.image = find(picture.sample);
        if (picture.image && picture.image->rgba.empty()) picture.image = nullptr;
        if (!picture.image)
            frame.markers.insert(frame.markers.end(), picture.stand_ins.begin(),
                                 picture.stand_ins.end());
    }
}

Image pictures_image(const Frame& frame) {
    const auto is_there = [](const SamplePicture& picture) { return picture.image != nullptr; };
    if (std::ranges::none_of(frame.pictures, is_there)) return {};
    PictureLayer layer(frame);
    for (const SamplePicture& picture : frame.pictures)
        if (is_there(picture)) layer.draw(picture);
    return layer.take();
}

}  // namespace epochscope
