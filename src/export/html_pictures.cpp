#include "export/html_pictures.h"

#include "export/html_bytes.h"

#include <epochscope/io/jpeg.h>
#include <epochscope/io/png.h>
#include <epochscope/model/error.h>
#include <epochscope/render/backgrounds.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

namespace epochscope {

namespace {

using Json = nlohmann::ordered_json;

/// Of all samples together.
constexpr double max_tile_pixels = 1.5e6;
constexpr int smallest_tile = 10;
constexpr int largest_tile = 64;
/// Of all epochs together.
constexpr double max_background_pixels = 3e6;
constexpr int smallest_background = 96;
constexpr int largest_background = 448;
constexpr int picture_quality = 80;
constexpr int background_quality = 85;

/// The side of `count` squares of so many pixels together.
int side_of(double pixels, std::size_t count) {
    return static_cast<int>(std::sqrt(pixels / static_cast<double>(count)));
}

/// Copies a picture into the middle of a tile.
void place_tile(const Image& picture, Image& tiles, int side, int column, int row) {
    const int left = column * side + (side - picture.size.width) / 2;
    const int top = row * side + (side - picture.size.height) / 2;
    const std::size_t bytes = static_cast<std::size_t>(picture.size.width) * 4;
    for (int y = 0; y < picture.size.height; ++y) {
        const auto from = static_cast<std::size_t>(y) * bytes;
        const auto to =
            4 * (static_cast<std::size_t>(top + y) * static_cast<std::size_t>(tiles.size.width) +
                 static_cast<std::size_t>(left));
        std::copy_n(picture.rgba.begin() + static_cast<std::ptrdiff_t>(from), bytes,
                    tiles.rgba.begin() + static_cast<std::ptrdiff_t>(to));
    }
}

/// A picture in the bytes of a file.
struct EncodedPicture {
    std::string type;
    std::vector<std::uint8_t> bytes;
};

/// As PNG, or as JPEG where that is far smaller.
EncodedPicture encoded(const Image& image) {
    auto png = encode_png(image);
    auto jpeg = encode_jpeg(image, picture_quality);
    if (jpeg.size() < png.size() / 2) return {"image/jpeg", std::move(jpeg)};
    return {"image/png", std::move(png)};
}

/// The pictures of the samples, none longer than `side`; empty where there is none.
struct Tiles {
    std::vector<Image> pictures;
    /// One a sample: whether there is one.
    std::string has;
    std::size_t unreadable = 0;
    /// The longest side before they were reduced, and after.
    int longest = 0;
    int side = 1;
};

Tiles read_tiles(const ThumbnailSource& source, const HtmlChoice& choice, int side,
                 const Job& job) {
    Tiles tiles;
    for (std::size_t k = 0; k < choice.samples.size(); ++k) {
        job.reached(static_cast<double>(k) / static_cast<double>(choice.samples.size()));
        Image picture;
        try {
            if (source.has(choice.samples[k])) picture = source.load(choice.samples[k]);
        } catch (const Error&) {
            ++tiles.unreadable;
        }
        tiles.longest = std::max({tiles.longest, picture.size.width, picture.size.height});
        tiles.has += picture.rgba.empty() ? '0' : '1';
        tiles.pictures.push_back(reduced(picture, side));
        const Size size = tiles.pictures.back().size;
        tiles.side = std::max({tiles.side, size.width, size.height});
    }
    return tiles;
}

/// A background as the page has it, and whether it was reduced.
std::pair<Json, bool> background_of(const BackgroundSource& source, std::size_t epoch, int side) {
    if (!source.has(epoch)) return {nullptr, false};
    const Image picture = source.load(epoch);
    const bool is_reduced = std::max(picture.size.width, picture.size.height) > side;
    return {base64(encode_jpeg(reduced(picture, side), background_quality)), is_reduced};
}

}  // namespace

Image reduced(const Image& image, int side) {
    const int longest = std::max(image.size.width, image.size.height);
    if (longest <= side) return image;
    const double factor = static_cast<double>(longest) / side;
    const auto shorter = [factor](int pixels) {
        return std::max(1, static_cast<int>(std::lround(pixels / factor)));
    };
    Image small({shorter(image.size.width), shorter(image.size.height)});
    /// The pixels of a side that a pixel of the small picture stands for.
    const auto range = [](int at, int count, int from) {
        const auto edge = [&](int k) { return static_cast<int>(std::int64_t{k} * from / count); };
        return std::pair{edge(at), std::max(edge(at + 1), edge(at) + 1)};
    };
    for (int y = 0; y < small.size.height; ++y)
        for (int x = 0; x < small.size.width; ++x) {
            const auto [left, right] = range(x, small.size.width, image.size.width);
            const auto [top, bottom] = range(y, small.size.height, image.size.height);
            // Colours count by their alpha.
            std::array<std::uint64_t, 4> sums{};
            for (int row = top; row < bottom; ++row)
                for (int column = left; column < right; ++column) {
                    const auto at = 4 * (static_cast<std::size_t>(row) *
                                             static_cast<std::size_t>(image.size.width) +
                                         static_cast<std::size_t>(column));
                    const std::uint64_t alpha = image.rgba[at + 3];
                    for (std::size_t c = 0; c < 3; ++c) sums[c] += alpha * image.rgba[at + c];
                    sums[3] += alpha;
                }
            const auto out =
                4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(small.size.width) +
                     static_cast<std::size_t>(x));
            const auto pixels = static_cast<std::uint64_t>((right - left) * (bottom - top));
            for (std::size_t c = 0; c < 3 && sums[3] > 0; ++c)
                small.rgba[out + c] = static_cast<std::uint8_t>((sums[c] + sums[3] / 2) / sums[3]);
            small.rgba[out + 3] = static_cast<std::uint8_t>((sums[3] + pixels / 2) / pixels);
        }
    return small;
}

std::string data_url(const Image& image) {
    const EncodedPicture picture = encoded(image);
    return "data:" + picture.type + ";base64," + base64(picture.bytes);
}

void add_sample_pictures(const Dataset& dataset, const HtmlChoice& choice, Json& page,
                         std::vector<std::string>& notes, const Job& job) {
    page["pictures"] = nullptr;
    if (!dataset.thumbnails) return;
    const std::size_t count = choice.samples.size();
    const int side = std::min(side_of(max_tile_pixels, count), largest_tile);
    if (side < smallest_tile) {
        notes.push_back("pictures of " + std::to_string(count) +
                        " samples are too large and are left out");
        return;
    }
    const Tiles tiles = read_tiles(*dataset.thumbnails, choice, side, job);
    if (tiles.unreadable > 0)
        notes.push_back("pictures of " + std::to_string(tiles.unreadable) +
                        " samples cannot be read and are left out");
    if (tiles.longest == 0) return;
    if (tiles.longest > side)
        notes.push_back("pictures of samples are reduced to " + std::to_string(side) + " pixels");
    const auto columns = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(count))));
    const int rows = (static_cast<int>(count) + columns - 1) / columns;
    Image all({columns * tiles.side, rows * tiles.side});
    for (int k = 0; k < static_cast<int>(count); ++k)
        place_tile(tiles.pictures[static_cast<std::size_t>(k)], all, tiles.side, k % columns,
                   k / columns);
    const EncodedPicture file = encoded(all);
    Json pictures{{"type", file.type}, {"bytes", base64(file.bytes)}};
    pictures["side"] = tiles.side;
    pictures["columns"] = columns;
    pictures["has"] = tiles.has.find('0') == std::string::npos ? Json() : Json(tiles.has);
    page["pictures"] = std::move(pictures);
}

void add_backgrounds(const Dataset& dataset, const ViewState& view, const HtmlChoice& choice,
                     int threads, Json& page, std::vector<std::string>& notes, const Job& job) {
    const std::size_t count = choice.epochs.size();
    const int side =
        std::clamp(side_of(max_background_pixels, count), smallest_background, largest_background);
    const auto source = backgrounds_to_show(dataset, view, Size{side, side}, threads);
    // A landscape is painted with row 0 at the bottom.
    const bool upper =
        view.background_origin == Origin::upper && !shows_landscape(dataset, view.style);
    Json pictures = Json::array();
    bool any_reduced = false;
    for (std::size_t e = 0; source && e < count; ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(count));
        auto [picture, is_reduced] = background_of(*source, choice.epochs[e], side);
        pictures.push_back(std::move(picture));
        any_reduced = any_reduced || is_reduced;
    }
    if (any_reduced)
        notes.push_back("backgrounds are reduced to " + std::to_string(side) + " pixels");
    page["backgrounds"] = {
        {"upper", upper}, {"type", "image/jpeg"}, {"pictures", std::move(pictures)}};
}

}  // namespace epochscope
