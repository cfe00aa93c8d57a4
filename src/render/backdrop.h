#pragma once

#include "render/strip.h"

#include <epochscope/render/frame.h>

#include <cstddef>
#include <utility>
#include <vector>

namespace epochscope {

/// A picture, and how much it counts.
struct WeightedPicture {
    const Image* image;
    float weight;
};

/// One or two pictures of one size, added up, and where their pixels fall on the canvas.
class Backdrop {
  public:
    /// Keeps references to them and the layer.
    Backdrop(std::vector<WeightedPicture> pictures, const BackgroundLayer& layer, int canvas_width);

    /// The columns and rows of the canvas that show the layer.
    [[nodiscard]] int first_column() const { return first_column_; }
    [[nodiscard]] std::size_t column_count() const { return columns_.size(); }
    [[nodiscard]] bool shows_row(int y) const;
    /// Adds the pictures' share of a row that shows them to `sums`: red, green, blue and alpha
    /// (0..255) of each of the columns, premultiplied. `row` is a working place.
    void add_row(int y, std::vector<float>& sums, std::vector<float>& row) const;

  private:
    /// Between two neighbouring pixels of the picture along one side.
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
    /// The pixels of the picture's rows that are looked at.
    std::size_t first_pixel_ = 0;
    std::size_t last_pixel_ = 0;
};

/// Whole pixels whose centres lie from `low` up to, not including, `high`, within 0..count: the
/// first, and the one after the last.
std::pair<int, int> centres_within(float low, float high, int count);

/// The pictures of a layer that count; those of the same size go together, so that they are scaled
/// once. Keeps a reference to the layer.
std::vector<Backdrop> backdrops_of(const BackgroundLayer& layer, int canvas_width);

/// Draws a layer's pictures, cross-faded, over the canvas, in place of what is in its rectangle.
void draw_backdrops(Strip& strip, const std::vector<Backdrop>& backdrops, Colour canvas,
                    bool lightness_inverted);

}  // namespace epochscope
