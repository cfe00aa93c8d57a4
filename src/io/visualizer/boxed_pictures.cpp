#include "io/visualizer/boxed_pictures.h"

#include <epochscope/io/npy.h>
#include <epochscope/io/png.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <limits>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// The longest side of a painted background.
constexpr int max_side = 2048;

bool is_box(const Box& box) {
    const bool is_finite = std::isfinite(box.min.x) && std::isfinite(box.min.y) &&
                           std::isfinite(box.max.x) && std::isfinite(box.max.y);
    return is_finite && box.min.x < box.max.x && box.min.y < box.max.y;
}

Box read_scale(const fs::path& file) {
    const NpyArray array = NpyArray::open(file);
    const std::vector<float> ends = array.size() == 4 ? array.reals() : std::vector<float>();
    const Box box = ends.empty() ? Box{} : Box{{ends[0], ends[1]}, {ends[2], ends[3]}};
    if (!is_box(box))
        throw Error(file.string(), "is no box, expected the four numbers x0, y0, x1, y1");
    return box;
}

/// The generator takes the smaller of the lower ends, and the larger of the upper ones.
Box square_around(std::span<const Point> places) {
    constexpr float margin = 0.1F;
    Box box{{std::numeric_limits<float>::max(), std::numeric_limits<float>::max()},
            {std::numeric_limits<float>::lowest(), std::numeric_limits<float>::lowest()}};
    for (const Point place : places) {
        if (!std::isfinite(place.x) || !std::isfinite(place.y)) continue;
        box.min = {std::min(box.min.x, place.x), std::min(box.min.y, place.y)};
        box.max = {std::max(box.max.x, place.x), std::max(box.max.y, place.y)};
    }
    const float x = margin * (box.max.x - box.min.x);
    const float y = margin * (box.max.y - box.min.y);
    const float low = std::min(box.min.x - x, box.min.y - y);
    const float high = std::max(box.max.x + x, box.max.y + y);
    const Box square{{low, low}, {high, high}};
    return is_box(square) ? square : default_frame;
}

/// Where a side of the frame is sampled: the pixel of the picture, or -1 outside of it.
std::vector<int> pixels_along(int count, float frame_low, float frame_high, float low, float high,
                              int pixels) {
    std::vector<int> along(static_cast<std::size_t>(count), -1);
    for (int i = 0; i < count; ++i) {
        const double place =
            static_cast<double>(frame_low) +
            (i + 0.5) / count * (static_cast<double>(frame_high) - static_cast<double>(frame_low));
        const double share = (place - static_cast<double>(low)) /
                             (static_cast<double>(high) - static_cast<double>(low));
        if (share >= 0 && share < 1)
            along[static_cast<std::size_t>(i)] = static_cast<int>(share * pixels);
    }
    return along;
}

/// The pixels of a side of the frame, so that those of the picture keep their size.
int side_of(float frame, float box, int pixels) {
    const double side = std::ceil(static_cast<double>(frame) / static_cast<double>(box) * pixels);
    return static_cast<int>(std::clamp(side, 1.0, static_cast<double>(max_side)));
}

/// The picture of a box, with row 0 at the largest y, in a picture of the frame.
Image painted_in(const Image& picture, const Box& box, const Box& frame, Origin origin) {
    const int width = side_of(frame.max.x - frame.min.x, box.max.x - box.min.x, picture.size.width);
    const int height =
        side_of(frame.max.y - frame.min.y, box.max.y - box.min.y, picture.size.height);
    Image image(Size{width, height});
    const std::vector<int> columns =
        pixels_along(width, frame.min.x, frame.max.x, box.min.x, box.max.x, picture.size.width);
    // Row 0 is at one end of both or at the other.
    const bool is_upper = origin == Origin::upper;
    const std::vector<int> rows = is_upper
                                      ? pixels_along(height, -frame.max.y, -frame.min.y, -box.max.y,
                                                     -box.min.y, picture.size.height)
                                      : pixels_along(height, frame.min.y, frame.max.y, box.min.y,
                                                     box.max.y, picture.size.height);
    for (std::size_t y = 0; y < rows.size(); ++y)
        for (std::size_t x = 0; x < columns.size(); ++x) {
            if (rows[y] < 0 || columns[x] < 0) continue;
            const auto from =
                static_cast<std::size_t>(rows[y]) * static_cast<std::size_t>(picture.size.width) +
                static_cast<std::size_t>(columns[x]);
            std::copy_n(
                picture.rgba.begin() + static_cast<std::ptrdiff_t>(4 * from), 4,
                image.rgba.begin() + static_cast<std::ptrdiff_t>(4 * (y * columns.size() + x)));
        }
    return image;
}

class BoxedPictures : public BackgroundSource {
  public:
    BoxedPictures(std::vector<fs::path> pictures, std::vector<Box> boxes, Box frame, Origin origin)
        : pictures_(std::move(pictures)),
          boxes_(std::move(boxes)),
          frame_(frame),
          origin_(origin) {}

    [[nodiscard]] bool has(std::size_t epoch) const override {
        return epoch < pictures_.size() && !pictures_[epoch].empty();
    }
    [[nodiscard]] Image load(std::size_t epoch) const override {
        if (!has(epoch)) throw Error("background", "there is none for this epoch");
        return painted_in(read_png(pictures_[epoch]), boxes_[epoch], frame_, origin_);
    }
    [[nodiscard]] Orientation orientation() const override {
        return {.origin = origin_, .agreement = std::nullopt, .problem = {}};
    }

  private:
    std::vector<fs::path> pictures_;
    std::vector<Box> boxes_;
    Box frame_;
    Origin origin_;
};

}  // namespace

std::vector<Box> boxes_of(std::span<const VisualizerEpoch> files, const EpochSeries& series) {
    std::vector<Box> boxes;
    for (std::size_t e = 0; e < files.size(); ++e)
        boxes.push_back(files[e].scale.empty() ? square_around(series.epoch(e).positions)
                                               : read_scale(files[e].scale));
    return boxes;
}

Box box_of(std::span<const Box> boxes) {
    Box around = boxes.front();
    for (const Box& box : boxes) {
        around.min = {std::min(around.min.x, box.min.x), std::min(around.min.y, box.min.y)};
        around.max = {std::max(around.max.x, box.max.x), std::max(around.max.y, box.max.y)};
    }
    return around;
}

std::shared_ptr<const BackgroundSource> open_boxed_pictures(std::span<const VisualizerEpoch> files,
                                                            const EpochSeries& series,
                                                            std::optional<Origin> stated,
                                                            std::vector<std::string>& warnings) {
    std::vector<fs::path> pictures;
    for (const VisualizerEpoch& epoch : files) pictures.push_back(epoch.picture);
    const auto without = static_cast<std::size_t>(std::ranges::count(pictures, fs::path()));
    if (without == pictures.size()) return nullptr;
    if (without > 0)
        warnings.push_back("background: there is none for " + std::to_string(without) + " of " +
                           std::to_string(pictures.size()) + " epochs");
    return std::make_shared<BoxedPictures>(std::move(pictures), boxes_of(files, series),
                                           series.frame(), stated.value_or(Origin::upper));
}

}  // namespace epochscope
