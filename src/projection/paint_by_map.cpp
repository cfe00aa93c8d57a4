#include "projection/landscape_field.h"

#include <epochscope/compute/threads.h>
#include <epochscope/projection/landscape.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace epochscope {

namespace {

constexpr std::size_t large = 512;

/// Pixels between two of which the logits are worked out.
std::size_t stride_of(const LandscapeField& field) {
    return std::max(field.width(), field.height()) < large ? 2 : 4;
}

/// The logits at every so many pixels, from the middle of the first on, to the last or beyond.
class Nodes {
  public:
    Nodes(const LogitsAt& at, const Box& part, const LandscapeField& field)
        : stride_(stride_of(field)),
          columns_((field.width() + stride_ - 2) / stride_ + 1),
          rows_((field.height() + stride_ - 2) / stride_ + 1),
          classes_(at.classes) {
        const float step_x = (part.max.x - part.min.x) / static_cast<float>(field.width());
        const float step_y = (part.max.y - part.min.y) / static_cast<float>(field.height());
        std::vector<Point> places;
        places.reserve(columns_ * rows_);
        const auto middle = [this](std::size_t node) {
            return static_cast<float>(node * stride_) + 0.5F;
        };
        for (std::size_t row = 0; row < rows_; ++row)
            for (std::size_t column = 0; column < columns_; ++column)
                places.push_back(
                    {part.min.x + step_x * middle(column), part.min.y + step_y * middle(row)});
        logits_ = at.logits(places);
    }

    /// Writes the logits of all classes at a pixel.
    void at(std::size_t column, std::size_t row, std::span<float> logits) const {
        const auto share = [this](std::size_t pixel) {
            return static_cast<float>(pixel % stride_) / static_cast<float>(stride_);
        };
        const float x = share(column);
        const float y = share(row);
        const float* node = &logits_[(row / stride_ * columns_ + column / stride_) * classes_];
        // The last node may be the pixel itself; what is beyond it then weighs nothing.
        const float* right = x > 0 ? node + classes_ : node;
        const std::size_t up = y > 0 ? columns_ * classes_ : 0;
        for (std::size_t c = 0; c < classes_; ++c) {
            const float below = node[c] + x * (right[c] - node[c]);
            const float above = node[up + c] + x * (right[up + c] - node[up + c]);
            logits[c] = below + y * (above - below);
        }
    }

  private:
    std::size_t stride_;
    std::size_t columns_;
    std::size_t rows_;
    std::size_t classes_;
    std::vector<float> logits_;
};

void fill_pixel(std::span<const float> logits, std::size_t pixel, LandscapeField& field) {
    float first = std::numeric_limits<float>::lowest();
    float second = first;
    float last = std::numeric_limits<float>::max();
    std::int32_t leader = 0;
    for (std::size_t c = 0; c < logits.size(); ++c) {
        const float value = logits[c];
        second = std::max(second, std::min(value, first));
        if (value > first) leader = static_cast<std::int32_t>(c);
        first = std::max(first, value);
        last = std::min(last, value);
    }
    field.leader[pixel] = leader;
    const float gap = logits.size() > 1 && first > last ? (first - second) / (first - last) : 0;
    // Where a head gives no numbers nobody knows anything.
    const bool is_known =
        std::ranges::all_of(logits, [](float value) { return std::isfinite(value); });
    field.gap[pixel] = is_known ? gap : 0;
}

}  // namespace

LandscapeField field_by_logits(const LogitsAt& at, const Box& part, Size size, int threads) {
    LandscapeField field(size);
    const Nodes nodes(at, part, field);
    on_threads(threads, [&] {
        tbb::parallel_for(std::size_t{0}, field.height(), [&](std::size_t row) {
            std::vector<float> logits(at.classes);
            for (std::size_t column = 0; column < field.width(); ++column) {
                nodes.at(column, row, logits);
                fill_pixel(logits, row * field.width() + column, field);
            }
        });
    });
    return field;
}

Image paint_by_map(const EpochMap& map, const Head& head, const Box& frame,
                   std::span<const Colour> colours, Size size, int threads) {
    const LogitsAt at{head.class_count(), [&](std::span<const Point> places) {
                          return map.logits(head, places, threads);
                      }};
    const LandscapeField field = field_by_logits(at, frame, size, threads);
    return coloured(field, colours, greatest_gap(field), threads);
}

}  // namespace epochscope
