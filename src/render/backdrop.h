#pragma once

#include "render/strip.h"

#include <epochscope/render/frame.h>

#include <cstddef>
#include <utility>
#include <vector>

namespace epochscope {

/// A picture and its weight.
struct WeightedPicture {
    const Image* image;
    float weight;
};

/// One or two pictures of the same size, blended, and their position on the canvas.
class Backdrop {
  public:
    /// Keeps references to them and the layer.
    Backdrop(std::vector<WeightedPicture> pictures, const BackgroundLayer& layer, int canvas_width);

    /// The columns and rows of the canvas that the layer covers.
    [[nodiscard]] int first_column() const { return first_column_; }
    [[nodiscard]] std::size_t column_count() const { return columns_.size(); }
    [[nodiscard]] bool shows_row(int y) const;
    /// Adds the pictures to `sums` for a covered row: red, green, blue and alpha (0..255) of each
    /// column, premultiplied. `row` is a buffer.
    void add_row(int y, std::vector<float>& sums, std::vector<float>& row) const;

  private:
    /// The interpolation between two neighbouring pixels along one side.
    struct Tap {
        std::size_t index = 0;
        float fraction = 0;
    };
    static Tap tap_at(double place, int count);
    void blend_rows(const Tap& tap, std::vector<float>& row) const;

    std::vector<WeightedPicture> pictures_;
    Size size_;
    const BackgroundLayer& layer_;
    int first_column_ = 0;
    std::vector<Tap> columns_;
    /// The pixels of the picture's rows that are used.
    std::size_t first_pixel_ = 0;
    std::size_t last_pixel_ = 0;
};

/// The pixels within 0..count whose centres are in [low, high): the first, and the one after the
/// last.
std::pair<int, int> centres_within(float low, float high, int count);

/// The pictures of a layer with weight; those of the same size share one scaling. Keeps a reference
/// to the layer.
std::vector<Backdrop> backdrops_of(const BackgroundLayer& layer, int canvas_width);

/// Draws the cross-faded pictures of a layer over the canvas, replacing the content of its
/// rectangle.
void draw_backdrops(Strip& strip, const std::vector<Backdrop>& backdrops, Colour canvas,
                    bool lightness_inverted);

}  // namespace epochscope
