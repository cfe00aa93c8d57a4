#include <epochscope/render/curve_line.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace epochscope {

namespace {

/// Collects the visible points of one column.
class ColumnGatherer {
  public:
    ColumnGatherer(std::span<const double> x, std::span<const double> y,
                   std::vector<LineVertex>& line)
        : x_(x), y_(y), line_(line) {}

    void take(std::size_t point, std::ptrdiff_t column) {
        if (column != column_ || empty_) {
            flush();
            column_ = column;
            first_ = min_ = max_ = point;
            empty_ = false;
        }
        if (y_[point] < y_[min_]) min_ = point;
        if (y_[point] > y_[max_]) max_ = point;
        last_ = point;
    }
    void interrupt() {
        flush();
        begins_ = true;
    }
    void flush() {
        if (empty_) return;
        std::array<std::size_t, 4> seen{first_, std::min(min_, max_), std::max(min_, max_), last_};
        std::size_t before = std::numeric_limits<std::size_t>::max();
        for (const std::size_t point : seen) {
            if (point == before) continue;
            line_.push_back({x_[point], y_[point], begins_});
            begins_ = false;
            before = point;
        }
        empty_ = true;
    }

  private:
    std::span<const double> x_;
    std::span<const double> y_;
    std::vector<LineVertex>& line_;
    std::ptrdiff_t column_ = 0;
    std::size_t first_ = 0;
    std::size_t min_ = 0;
    std::size_t max_ = 0;
    std::size_t last_ = 0;
    bool empty_ = true;
    bool begins_ = true;
};

}  // namespace

std::vector<double> smoothed(std::span<const double> values, double weight) {
    std::vector<double> result(values.begin(), values.end());
    double sum = 0;
    double power = 1;
    for (double& value : result) {
        if (weight <= 0 || !std::isfinite(value)) continue;
        sum = weight * sum + (1 - weight) * value;
        power *= weight;
        value = sum / (1 - power);
    }
    return result;
}

std::vector<double> logarithms(std::span<const double> values) {
    std::vector<double> result;
    result.reserve(values.size());
    for (const double value : values)
        result.push_back(value > 0 ? std::log10(value) : std::numeric_limits<double>::quiet_NaN());
    return result;
}

std::vector<LineVertex> thinned(std::span<const double> x, std::span<const double> y, double from,
                                double to, std::size_t columns) {
    std::vector<LineVertex> line;
    line.reserve(std::min(x.size(), 4 * columns + 2));
    ColumnGatherer gatherer(x, y, line);
    const auto count = static_cast<double>(columns);
    const double scale = to > from ? count / (to - from) : 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!std::isfinite(x[i])) continue;
        // Points left of all columns, and right of them, form a column each.
        const double place = std::clamp((x[i] - from) * scale, -1., count);
        if (place < 0 && i + 1 < x.size() && x[i + 1] < from) continue;
        if (!std::isfinite(y[i])) {
            gatherer.interrupt();
            continue;
        }
        const bool is_last = x[i] > to;
        const double column = is_last ? count + 1 : std::floor(std::min(place, count - 1));
        gatherer.take(i, static_cast<std::ptrdiff_t>(column));
        if (is_last) break;
    }
    gatherer.flush();
    return line;
}

}  // namespace epochscope
