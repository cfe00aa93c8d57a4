#pragma once

#include "render/strip.h"

#include <epochscope/render/frame.h>

#include <vector>

namespace epochscope {

/// One picture of a background, and where its pixels fall on the canvas.
class Backdrop {
  public:
    /// Keeps a reference to the picture, which counts with this weight.
    Backdrop(const Image& picture, const BackgroundLayer& layer, float weight, int canvas_width);

    /// Adds the picture's share of a row to `sums`: red, green, blue and alpha (0..255) of each
    /// pixel of the canvas, premultiplied. `row` is a working place.
    void add_row(int y, std::vector<float>& sums, std::vector<float>& row) const;

  private:
    /// Between two neighbouring pixels of the picture along one side.
    struct Tap {
        std::size_t index = 0;
        float share = 0;
    };
    static Tap tap_at(double place, int count);
    void blend_rows(const Tap& tap, std::vector<float>& row) const;

    const Image& picture_;
    const BackgroundLayer& layer_;
    float weight_;
    int first_column_ = 0;
    std::vector<Tap> columns_;
    /// The pixels of the picture's rows that are looked at.
    std::size_t first_pixel_ = 0;
    std::size_t last_pixel_ = 0;
};

/// Draws the pictures, cross-faded, over the canvas.
void draw_backdrops(Strip& strip, const std::vector<Backdrop>& backdrops, Colour canvas,
                    bool lightness_inverted);

}  // namespace epochscope
