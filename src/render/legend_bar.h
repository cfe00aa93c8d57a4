#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace epochscope {

/// The number of colour bars that are there: of density and of numbers.
std::size_t legend_bars(const Scene& scene, const Frame& frame);

/// An estimate of the width of a text in heights of its font, at most max_legend_name: renderers
/// have no fonts.
float estimated_width(std::string_view words);

/// Adds a framed box for a legend, so that the samples it hides do not look cut off.
void add_legend_box(const Scene& scene, Pixel upper_left, Pixel lower_right, Frame& frame);

/// A colour bar in the lower right corner of the canvas.
class LegendBar {
  public:
    /// `place` is the index of the bar from the right.
    LegendBar(const Scene& scene, std::size_t place);

    /// On a small canvas, a legend would hide the samples.
    [[nodiscard]] static bool has_room(const Scene& scene);

    /// Adds the title (see TextRole::legend_title), on a box that hides the samples under it. The
    /// box gets as wide as the title and `label` need.
    void add_title(std::string words, Frame& frame, std::string_view label = {}) const;
    /// Adds the rows of pixels in colour_of(fraction of the height).
    template <typename ColourOf>
    void add_rows(const ColourOf& colour_of, Frame& frame) const {
        const int rows = static_cast<int>(bottom_ - top_);
        for (int row = 0; row < rows; ++row) {
            const float y = top_ + static_cast<float>(row) + 0.5F;
            const double way = (bottom_ - y) / (bottom_ - top_);
            frame.legend.push_back({{left_, y}, {right_, y}, colour_of(way), 1, false});
        }
    }
    /// The middle of the bar at a fraction of its height.
    [[nodiscard]] Pixel middle(double way) const;
    /// Adds a text at a fraction of the height.
    void add_label(std::string words, double way, Frame& frame) const;

  private:
    [[nodiscard]] Colour ink() const;

    const Scene& scene_;
    float left_;
    float right_;
    float top_;
    float bottom_;
};

}  // namespace epochscope
