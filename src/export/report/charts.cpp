#include "export/report/charts.h"

#include "export/html_text.h"
#include "export/report/markup.h"

#include <epochscope/render/curve_line.h>
#include <epochscope/render/ticks.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <utility>

namespace epochscope {

namespace {

// In units of the drawing, about pixels of a screen.
constexpr double width = 340;
constexpr double height = 180;
constexpr double left = 46;
constexpr double right = 10;
constexpr double top = 10;
constexpr double bottom = 24;
/// Larger values are not drawn: their differences would overflow.
constexpr double most_drawn = 1e300;
constexpr std::size_t most_dots = 40;
constexpr std::size_t most_bars = 60;
constexpr double bar_width = 120;
constexpr double bar_height = 24;

std::string coordinate(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.4g", value);
    return text.data();
}

std::string attribute(const char* name, double value) {
    return std::string(" ") + name + "=\"" + coordinate(value) + '"';
}

/// From values to the drawing.
struct Scale {
    double low;
    double high;
    double from;
    double to;

    [[nodiscard]] double operator()(double value) const {
        return from + (value - low) / (high - low) * (to - from);
    }
};

/// The range of finite values, widened where it is a point.
std::pair<double, double> range_of(std::span<const double> values) {
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (!(low <= high)) return {0, 1};
    const double least = std::max(std::abs(low), 1.0) * 1e-6;
    if (high - low < least) return {low - std::max(least, 0.5), high + std::max(least, 0.5)};
    const double margin = 0.04 * (high - low);
    return {low - margin, high + margin};
}

std::string axes_markup(const Scale& x, const Scale& y) {
    std::string text;
    const Ticks across = nice_ticks(x.low, x.high, 7);
    const Ticks upwards = nice_ticks(y.low, y.high, 5);
    for (const double tick : upwards.values) {
        const double at = y(tick);
        text += "<line class=\"grid\"" + attribute("x1", left) + attribute("x2", width - right) +
                attribute("y1", at) + attribute("y2", at) + "/>";
        text += element("text", tick_label(tick, upwards.step),
                        "class=\"up\"" + attribute("x", left - 6) + attribute("y", at + 4));
    }
    for (const double tick : across.values) {
        if (tick != std::floor(tick)) continue;
        text += element("text", tick_label(tick, across.step),
                        "class=\"across\"" + attribute("x", x(tick)) + attribute("y", height - 7));
    }
    return text;
}

std::string line_markup(const Chart& chart, const Scale& x, const Scale& y) {
    std::string path;
    for (const LineVertex& vertex :
         thinned(chart.x, chart.y, x.low, x.high, static_cast<std::size_t>(width)))
        path.append(vertex.begins ? "M" : "L")
            .append(coordinate(x(vertex.x)))
            .append(" ")
            .append(coordinate(y(vertex.y)));
    return "<path class=\"line\" d=\"" + path + "\"/>";
}

/// Where there are few points, each tells its value to the pointer.
std::string dots_markup(const Chart& chart, const Scale& x, const Scale& y) {
    if (chart.x.size() > most_dots) return {};
    std::string text;
    for (std::size_t i = 0; i < chart.x.size(); ++i) {
        if (!std::isfinite(chart.x[i]) || !std::isfinite(chart.y[i])) continue;
        text += element("circle",
                        element("title", coordinate(chart.x[i]) + ": " + coordinate(chart.y[i])),
                        "class=\"dot\"" + attribute("cx", x(chart.x[i])) +
                            attribute("cy", y(chart.y[i])) + " r=\"2.6\"");
    }
    return text;
}

std::string svg(double w, double h, const std::string& label, const std::string& content,
                const char* kind) {
    return element("svg", content,
                   "viewBox=\"0 0 " + coordinate(w) + ' ' + coordinate(h) + "\" class=\"" + kind +
                       "\" role=\"img\" aria-label=\"" + escaped(label) + '"');
}

}  // namespace

std::string chart_markup(Chart chart, double first, double last) {
    for (double& y : chart.y)
        if (std::abs(y) > most_drawn) y = std::numeric_limits<double>::quiet_NaN();
    const auto [low, high] = range_of(chart.y);
    const double wider = first < last ? 0 : 0.5;
    const Scale x{first - wider, last + wider, left, width - right};
    const Scale y{low, high, height - bottom, top};
    const std::string drawing =
        axes_markup(x, y) + line_markup(chart, x, y) + dots_markup(chart, x, y);
    return element("figure", element("figcaption", chart.title) +
                                 svg(width, height, chart.label, drawing, "chart"));
}

std::string bars_markup(std::span<const std::size_t> counts, const std::string& label) {
    const std::size_t bars = std::min(counts.size(), most_bars);
    const std::size_t most = std::max<std::size_t>(1, std::ranges::max(counts));
    const double step = bar_width / static_cast<double>(bars);
    std::string text;
    for (std::size_t b = 0; b < bars; ++b) {
        const auto part = counts.subspan(b * counts.size() / bars,
                                         (b + 1) * counts.size() / bars - b * counts.size() / bars);
        const std::size_t largest = std::ranges::max(part);
        if (largest == 0) continue;
        const double tall =
            std::max(1.0, bar_height * static_cast<double>(largest) / static_cast<double>(most));
        text += "<rect" + attribute("x", static_cast<double>(b) * step) +
                attribute("y", bar_height - tall) + attribute("width", std::max(step - 1, 0.8)) +
                attribute("height", tall) + "/>";
    }
    return svg(bar_width, bar_height, label, text, "bars");
}

}  // namespace epochscope
