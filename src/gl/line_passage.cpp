#include "gl/line_passage.h"

#include <algorithm>
#include <cmath>

namespace epochscope::gl {
namespace {

/// From where to where on a line, in pixels from its beginning.
struct Part {
    double begin;
    double end;
};

/// Keeps of `part` where `start + u * s` lies in low..high.
void cut(Part& part, double start, double u, double low, double high) {
    if (u == 0) {
        if (start < low || start > high) part.end = part.begin - 1;
        return;
    }
    const double a = (low - start) / u;
    const double b = (high - start) / u;
    part.begin = std::max(part.begin, std::min(a, b));
    part.end = std::min(part.end, std::max(a, b));
}

}  // namespace

std::optional<LineShape> shape_of(const Line& line, Size size) {
    const double dx = double{line.to.x} - line.from.x;
    const double dy = double{line.to.y} - line.from.y;
    const double length = std::hypot(dx, dy);
    if (!(length > 0) || !std::isfinite(length) || !(line.width > 0)) return std::nullopt;
    const double ux = dx / length;
    const double uy = dy / length;
    const double margin = line.width + 2;
    Part part{0, length};
    cut(part, line.from.x, ux, -margin, size.width + margin);
    cut(part, line.from.y, uy, -margin, size.height + margin);
    if (part.end < part.begin) return std::nullopt;
    const auto narrow = [](double x) { return static_cast<float>(x); };
    return LineShape{{narrow(line.from.x + ux * part.begin), narrow(line.from.y + uy * part.begin)},
                     {narrow(ux), narrow(uy)},
                     narrow(part.begin),
                     narrow(length - part.begin),
                     narrow(part.end - part.begin),
                     narrow(std::fmod(part.begin, 7.0 * line.width)),
                     line.width,
                     line.dashed ? 1.0F : 0.0F,
                     line.colour};
}

}  // namespace epochscope::gl
