#pragma once

#include <epochscope/model/background.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/image.h>
#include <epochscope/model/picked_samples.h>
#include <epochscope/render/camera.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// A background, cross-faded. A null picture is an empty canvas.
struct BackgroundLayer {
    std::shared_ptr<const Image> from;
    std::shared_ptr<const Image> to;
    float t = 0;
    Origin origin = Origin::lower;
    /// The edges of the pictures on the canvas.
    Pixel top_left;
    Pixel bottom_right;
    /// Backgrounds are painted on white, which means undecided. On a dark canvas, their lightness
    /// is inverted and hues are preserved, so that undecided is the canvas (see raster.h).
    bool lightness_inverted = false;
};

/// The colour of samples whose prediction is out of range: mapped files are not checked.
inline constexpr Colour no_class_colour{128, 128, 128};

/// All samples as discs. Sample i is at mapping(mix(from[i], to[i], t)) in colour_of(i). It is
/// drawn over previous samples, and picked samples are drawn over all others. Samples whose
/// position is not finite are neither drawn nor picked.
struct PointLayer {
    std::span<const Point> from;
    std::span<const Point> to;
    float t = 0;
    Mapping mapping;
    float radius = 3.5F;
    std::span<const std::int32_t> colour_index;
    /// What keeps colour_index alive; null: the series, or the caller. Other owners mean other
    /// indices, whatever their address.
    std::shared_ptr<const void> colour_owner;
    std::vector<Colour> palette;
    /// Alpha of sample i: opacity (or picked_opacity) * (floor + (1 - floor) * confidence[i]);
    /// confidence is 1 if the span is empty.
    std::span<const float> confidence;
    float opacity = 1;
    float confidence_floor = 0.25F;
    /// Samples with hidden[labels[i]] != 0 are neither drawn nor picked. Empty: none is hidden.
    std::span<const std::int32_t> labels;
    std::vector<std::uint8_t> hidden;
    /// Of as many samples as the layer: the others are neither drawn nor picked. Null: all.
    std::shared_ptr<const PickedSamples> filter;
    /// A power of two up to max_stride. Above 1 the layer is coarse: raster draws a fixed one of
    /// each `stride` samples; those of a larger stride are among those of a smaller one. `pick` and
    /// gl use all samples.
    std::size_t stride = 1;
    static constexpr std::size_t max_stride = 256;
    /// The picked samples, of as many as the layer; null: none. They are drawn over the others,
    /// with picked_opacity. A coarse layer draws all of them (picked_stride 1) or those that it
    /// draws anyway.
    std::shared_ptr<const PickedSamples> picked;
    float picked_opacity = 1;
    std::size_t picked_stride = 1;

    [[nodiscard]] std::size_t drawn_count() const { return from.size() / stride; }
    /// The k-th drawn sample. The choice varies from block to block, since files are often sorted.
    [[nodiscard]] std::size_t drawn_sample(std::size_t k) const {
        const std::size_t first = k * stride;
        const auto block = static_cast<std::uint32_t>(first / max_stride);
        return first + (block * 2654435761U >> 24U & (stride - 1));
    }
    [[nodiscard]] bool is_drawn(std::size_t sample) const {
        if (picked_stride == 1 && is_picked(sample)) return true;
        const std::size_t k = sample / stride;
        return k < drawn_count() && drawn_sample(k) == sample;
    }
    /// Whether is_hidden can be true.
    [[nodiscard]] bool hides_some() const { return filter || !hidden.empty(); }
    [[nodiscard]] bool is_hidden(std::size_t sample) const {
        if (filter && !filter->contains(sample)) return true;
        return !hidden.empty() && hidden[static_cast<std::size_t>(labels[sample])] != 0;
    }
    [[nodiscard]] bool is_picked(std::size_t sample) const {
        return picked && picked->contains(sample);
    }
    [[nodiscard]] Pixel pixel_of(std::size_t sample) const {
        return mapping.to_pixel(mix(from[sample], to[sample], t));
    }
    /// palette[colour_index[sample]], or no_class_colour if the index is out of range.
    [[nodiscard]] Colour colour_of(std::size_t sample) const {
        const auto c = static_cast<std::size_t>(colour_index[sample]);
        return c < palette.size() ? palette[c] : no_class_colour;
    }
    [[nodiscard]] float alpha_of(std::size_t sample) const {
        const float c = confidence.empty() ? 1.0F : confidence[sample];
        const float max = is_picked(sample) ? picked_opacity : opacity;
        return max * (confidence_floor + (1 - confidence_floor) * c);
    }
};

/// The density of samples, in place of discs: see density.h.
struct DensityLayer {
    /// The number of samples in 2 x 2 pixels that is shown at full strength; above 1.
    float full = 100;
    float opacity = 1;
    /// The radius in pixels of the discs of isolated samples, which keep them visible.
    float outlier_radius = 1.75F;
    /// The colour of the densest pixels.
    Colour ink;
    /// The opacity of the picked samples, whose density is drawn over that of the others.
    float picked_opacity = 1;
};

/// A straight line with butt ends. Dashes are 4 widths long, gaps 3 widths, beginning at `from`.
struct Line {
    Pixel from;
    Pixel to;
    Colour colour;
    float width = 1;
    bool dashed = false;
};

/// A disc and a ring around it, outside its radius.
struct Marker {
    Pixel centre;
    float radius = 4;
    Colour fill;
    Colour ring{0, 0, 0, 0};
    float ring_width = 0;
};

/// A picture in place of a sample's disc, with a border around it.
struct SamplePicture {
    std::size_t sample = 0;
    Pixel centre;
    /// The maximum width and height of the picture.
    float side = 32;
    float opacity = 1;
    Colour border;
    float border_width = 2;
    /// Around the border.
    Colour rim{0, 0, 0, 0};
    float rim_width = 0;
    /// Null: not known (yet); then the disc is seen, and these markers over it.
    std::shared_ptr<const Image> image = nullptr;
    std::vector<Marker> stand_ins = {};
};

enum class TextRole : std::uint8_t {
    axis_x,
    axis_y,
    axis_name_x,
    axis_name_y,
    class_name,
    class_legend,
    epoch_number,
    legend,
    legend_title
};

/// Names in a legend of classes are cut at this width, in heights of their font.
inline constexpr float max_legend_name = 14;

/// A text over everything else, drawn by callers with fonts (see app/canvas/text_overlay.h). `at`
/// is the anchor: the top centre of an axis_x or axis_name_x text, the middle of the right side of
/// an axis_y, legend or legend_title text, the middle of the left side of a class_legend text, the
/// centre of a class name, the top right corner of the epoch number. An axis_name_y reads upwards;
/// its anchor is the middle of its left side. A legend_title is English, which the window
/// translates, or the name of a column.
struct Text {
    std::string words;
    Pixel at;
    TextRole role = TextRole::axis_x;
    Colour colour;
    /// Height of the font in device pixels.
    float height = 12;
};

/// What to draw, in drawing order. Views memory of the series, which must outlive the frame.
struct Frame {
    Size size;
    Colour canvas{255, 255, 255};
    std::optional<BackgroundLayer> background;
    /// Over the background: opaque, more detailed pictures of a part of it.
    std::optional<BackgroundLayer> detail;
    /// Under the points: axes and links.
    std::vector<Line> lines;
    PointLayer points;
    /// If set, points are drawn as density and not as discs. They are picked as before.
    std::optional<DensityLayer> density;
    /// Over the points. They do not overlap. Callers set their images: see set_images.
    std::vector<SamplePicture> pictures;
    /// Over the pictures: the paths of the selected samples.
    std::vector<Line> trails;
    /// Over the trails: the selection, its neighbours, rings around wrong predictions.
    std::vector<Marker> markers;
    /// Over the markers: the legends, the lines of named axes, the stars of prototypes, and
    /// the cross of the inspected point.
    std::vector<Line> legend;
    std::vector<Text> texts;
};

}  // namespace epochscope
