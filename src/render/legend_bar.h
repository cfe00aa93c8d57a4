#pragma once

#include "render/scene.h"

#include <epochscope/render/frame.h>

#include <cstddef>
#include <string>

namespace epochscope {

/// A bar of colours in the lower right corner of the canvas that says what they mean.
class LegendBar {
  public:
    /// `place` counts bars from the right, where there are several.
    LegendBar(const Scene& scene, std::size_t place);

    /// On a small canvas a legend would hide what it explains.
    [[nodiscard]] static bool has_room(const Scene& scene);

    /// Its title (English, see TextRole::legend_title), over a plate that hides what lies under it
    /// and would be taken for a part of it.
    void add_title(std::string words, Frame& frame) const;
    /// Its rows of pixels, in colour_of(share of the way up).
    template <typename ColourOf>
    void add_rows(const ColourOf& colour_of, Frame& frame) const {
        const int rows = static_cast<int>(bottom_ - top_);
        for (int row = 0; row < rows; ++row) {
            const float y = top_ + static_cast<float>(row) + 0.5F;
            const double way = (bottom_ - y) / (bottom_ - top_);
            frame.legend.push_back({{left_, y}, {right_, y}, colour_of(way), 1, false});
        }
    }
    /// Words at a share of the way up.
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
