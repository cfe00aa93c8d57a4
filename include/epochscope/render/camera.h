#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/image.h>

namespace epochscope {

/// A point of the canvas in device pixels: x from the left edge, y down from the top edge. The
/// centre of the first pixel is (0.5, 0.5).
struct Pixel {
    float x = 0;
    float y = 0;
    friend bool operator==(const Pixel&, const Pixel&) = default;
};

/// The visible part of the plane, independent of the size of the canvas.
struct Camera {
    /// The point in the middle of the canvas.
    Point centre;
    /// 1 shows the whole frame, 2 half of its width. 0.05..100000.
    double zoom = 1;
    /// Whether both axes have the same scale; otherwise the frame is stretched to the canvas.
    bool equal_axes = false;
    friend bool operator==(const Camera&, const Camera&) = default;
};

/// Maps the plane to pixels: x' = scale_x * x + offset_x, y' = scale_y * y + offset_y (scale_y is
/// negative).
struct Mapping {
    double scale_x = 1;
    double scale_y = -1;
    double offset_x = 0;
    double offset_y = 0;

    [[nodiscard]] Pixel to_pixel(Point p) const {
        return {static_cast<float>(scale_x * p.x + offset_x),
                static_cast<float>(scale_y * p.y + offset_y)};
    }
    [[nodiscard]] Point to_plane(Pixel p) const {
        return {static_cast<float>((p.x - offset_x) / scale_x),
                static_cast<float>((p.y - offset_y) / scale_y)};
    }
};

/// The mapping of a camera over a frame on a canvas of `size` pixels.
Mapping mapping_of(const Camera& camera, const Box& frame, Size size);

/// The camera that shows the whole frame.
Camera home(const Box& frame, bool equal_axes = false);

/// The camera that shows `content` with a margin of 5 % on each side. Keeps equal_axes.
Camera fit(const Camera& camera, const Box& frame, Size size, const Box& content);

/// Zooms by `factor` around `at`.
Camera zoomed(const Camera& camera, const Box& frame, Size size, Pixel at, double factor);

/// Moves the picture by this number of pixels.
Camera panned(const Camera& camera, const Box& frame, Size size, float dx, float dy);

}  // namespace epochscope
