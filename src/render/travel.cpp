#include <epochscope/render/travel.h>

#include <cmath>

namespace epochscope {
namespace {

/// The share of the way of the centre: with the zoom, the size of what is seen goes from one over
/// the zoom of `from` to one over that of `to`, and the centre goes in step with it.
double share_of_way(double from, double to, double zoom, double t) {
    const double all = 1 / from - 1 / to;
    // Next to equal zooms differ by less than rounding.
    if (std::abs(all) * from < 1e-9) return t;
    return (1 / from - 1 / zoom) / all;
}

float blended(float from, float to, double share) {
    return static_cast<float>(from + (static_cast<double>(to) - from) * share);
}

}  // namespace

ViewState travelled(const ViewState& from, const ViewState& to, double t) {
    if (t <= 0) return from;
    ViewState view = to;
    if (t >= 1) return view;
    view.playhead = from.playhead + (to.playhead - from.playhead) * t;
    const Camera& a = from.camera;
    const Camera& b = to.camera;
    view.camera.zoom = a.zoom * std::pow(b.zoom / a.zoom, t);
    const double share = share_of_way(a.zoom, b.zoom, view.camera.zoom, t);
    view.camera.centre = {blended(a.centre.x, b.centre.x, share),
                          blended(a.centre.y, b.centre.y, share)};
    return view;
}

double eased(double t) { return t * t * (3 - 2 * t); }

}  // namespace epochscope
