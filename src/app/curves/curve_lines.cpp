#include "app/curves/curve_lines.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace epochscope::app {
namespace {

void find_range(CurveLine& line) {
    line.least = std::numeric_limits<double>::infinity();
    line.most = -line.least;
    for (const auto* vertices : {&line.line, &line.raw})
        for (const LineVertex& vertex : *vertices) {
            line.least = std::min(line.least, vertex.y);
            line.most = std::max(line.most, vertex.y);
        }
}

CurveLine line_of(const DockCurve& curve, const LinesWish& wish) {
    const auto thin = [&](std::vector<double> values) {
        if (wish.style.logarithmic) values = logarithms(values);
        return thinned(curve.epochs, values, wish.from, wish.to, wish.columns);
    };
    CurveLine line;
    line.line = thin(smoothed(curve.values, wish.style.smoothing));
    if (wish.style.smoothing > 0) line.raw = thin(curve.values);
    find_range(line);
    return line;
}

}  // namespace

CurveLines lines_of(const LinesWish& wish, const std::stop_token& stop) {
    CurveLines result{wish.colours, wish.style, wish.number, {}};
    result.lines.reserve(wish.shown.size());
    for (const std::size_t index : wish.shown) {
        if (stop.stop_requested()) throw Cancelled();
        CurveLine line = line_of(*wish.curves[index], wish);
        line.curve = index;
        if (!line.line.empty()) result.lines.push_back(std::move(line));
    }
    return result;
}

CurveLineMaker::CurveLineMaker(QObject* parent)
    : QObject(parent),
      worker_(
          [this](const LinesWish& wish, const std::stop_token& stop) -> std::optional<LinesWish> {
              try {
                  auto lines = std::make_shared<const CurveLines>(lines_of(wish, stop));
                  QMetaObject::invokeMethod(
                      this, [this, lines] { emit made(lines); }, Qt::QueuedConnection);
              } catch (const Cancelled&) {  // The window closes.
              }
              return std::nullopt;
          }) {}

void CurveLineMaker::wish(LinesWish wish) { worker_.wish(std::move(wish)); }

}  // namespace epochscope::app
