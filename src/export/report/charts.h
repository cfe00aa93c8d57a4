#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// A value over the epochs of a run.
struct Chart {
    /// HTML.
    std::string title;
    /// A text for those who do not see it.
    std::string label;
    /// Increasing; NaN is nowhere.
    std::vector<double> x;
    /// NaN interrupts the line.
    std::vector<double> y;
};

/// A chart as SVG with a caption, with axes; from the first to the last epoch.
std::string chart_markup(Chart chart, double first, double last);

/// Bars over the epochs, without axes; at most 60, each the largest of its epochs.
std::string bars_markup(std::span<const std::size_t> counts, const std::string& label);

}  // namespace epochscope
