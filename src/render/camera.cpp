#include <epochscope/render/camera.h>

#include <algorithm>
#include <limits>

namespace epochscope {

namespace {

constexpr double min_zoom = 0.05;
constexpr double max_zoom = 100000;
constexpr double fitted_fraction = 0.9;

struct Extent {
    double x;
    double y;
};

double clamp_zoom(double zoom) {
    // Also replaces NaN.
    return zoom >= min_zoom ? std::min(zoom, max_zoom) : min_zoom;
}

Extent extent_of(const Box& box) {
    return {double{box.max.x} - box.min.x, double{box.max.y} - box.min.y};
}

Point centre_of(const Box& box) {
    return {static_cast<float>((double{box.min.x} + box.max.x) / 2),
            static_cast<float>((double{box.min.y} + box.max.y) / 2)};
}

/// Pixels a unit of the plane at a zoom of 1.
Extent base_scale(const Box& frame, Size size, bool equal_axes) {
    const Extent extent = extent_of(frame);
    const double across = std::max(size.width, 1) / extent.x;
    const double upwards = std::max(size.height, 1) / extent.y;
    if (!equal_axes) return {across, upwards};
    const double both = std::min(across, upwards);
    return {both, both};
}

}  // namespace

Mapping mapping_of(const Camera& camera, const Box& frame, Size size) {
    const Extent base = base_scale(frame, size, camera.equal_axes);
    const double zoom = clamp_zoom(camera.zoom);
    Mapping mapping;
    mapping.scale_x = base.x * zoom;
    mapping.scale_y = -base.y * zoom;
    mapping.offset_x = size.width / 2.0 - mapping.scale_x * camera.centre.x;
    mapping.offset_y = size.height / 2.0 - mapping.scale_y * camera.centre.y;
    return mapping;
}

Camera home(const Box& frame, bool equal_axes) { return {centre_of(frame), 1, equal_axes}; }

Camera fit(const Camera& camera, const Box& frame, Size size, const Box& content) {
    const Extent base = base_scale(frame, size, camera.equal_axes);
    const Extent extent = extent_of(content);
    // A side without extent fits any zoom; a point gets the zoom of the frame.
    double zoom = std::numeric_limits<double>::infinity();
    if (extent.x > 0) zoom = std::min(zoom, fitted_fraction * size.width / (extent.x * base.x));
    if (extent.y > 0) zoom = std::min(zoom, fitted_fraction * size.height / (extent.y * base.y));
    if (!(extent.x > 0) && !(extent.y > 0)) zoom = 1;
    return {centre_of(content), clamp_zoom(zoom), camera.equal_axes};
}

Camera zoomed(const Camera& camera, const Box& frame, Size size, Pixel at, double factor) {
    const Mapping before = mapping_of(camera, frame, size);
    Camera result = camera;
    result.zoom = clamp_zoom(clamp_zoom(camera.zoom) * factor);
    const Extent base = base_scale(frame, size, camera.equal_axes);
    const double kept_x = (at.x - before.offset_x) / before.scale_x;
    const double kept_y = (at.y - before.offset_y) / before.scale_y;
    result.centre.x =
        static_cast<float>(kept_x - (at.x - size.width / 2.0) / (base.x * result.zoom));
    result.centre.y =
        static_cast<float>(kept_y + (at.y - size.height / 2.0) / (base.y * result.zoom));
    return result;
}

Camera panned(const Camera& camera, const Box& frame, Size size, float dx, float dy) {
    const Mapping mapping = mapping_of(camera, frame, size);
    Camera result = camera;
    result.centre.x = static_cast<float>(camera.centre.x - dx / mapping.scale_x);
    result.centre.y = static_cast<float>(camera.centre.y - dy / mapping.scale_y);
    return result;
}

}  // namespace epochscope
