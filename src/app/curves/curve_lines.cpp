#include "app/curves/curve_lines.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace epochscope::app {
namespace {

void find_range(CurveLine& line) {
    line.min = std::numeric_limits<double>::infinity();
    line.max = -line.min;
    for (const auto* vertices : {&line.line, &line.raw})
        for (const LineVertex& vertex : *vertices) {
            line.min = std::min(line.min, vertex.y);
            line.max = std::max(line.max, vertex.y);
        }
}

CurveLine line_of(const DockCurve& curve, const LinesRequest& request) {
    const auto thin = [&](std::vector<double> values) {
        if (request.style.logarithmic) values = logarithms(values);
        return thinned(curve.epochs, values, request.from, request.to, request.columns);
    };
    CurveLine line;
    line.line = thin(smoothed(curve.values, request.style.smoothing));
    if (request.style.smoothing > 0) line.raw = thin(curve.values);
    find_range(line);
    return line;
}

}  // namespace

CurveLines lines_of(const LinesRequest& request, const std::stop_token& stop) {
    CurveLines result{request.colours, request.style, {}};
    result.lines.reserve(request.shown.size());
    for (const std::size_t index : request.shown) {
        if (stop.stop_requested()) throw Cancelled();
        CurveLine line = line_of(*request.curves[index], request);
        line.curve = index;
        if (!line.line.empty()) result.lines.push_back(std::move(line));
    }
    return result;
}

}  // namespace epochscope::app
