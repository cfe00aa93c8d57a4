#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace epochscope {

/// The points that may be among the `count` nearest of a query, by scores that increase with the
/// distance, with an error of at most half the margin.
class Candidates {
  public:
    /// Without candidates.
    Candidates() = default;
    Candidates(std::size_t count, float margin) : count_(count), margin_(margin) {}

    /// Adds the points from `first` on, with the scores squares[i] - 2 products[i], except `self`.
    /// O(points), with a small factor if few are near.
    void look_at(std::span<const float> products, const float* squares, std::size_t first,
                 std::size_t self);

    /// All points that may be among the nearest, unsorted; ends the search.
    std::span<const std::int32_t> found();

  private:
    struct Scored {
        float score;
        std::int32_t point;
    };

    [[nodiscard]] std::size_t capacity() const { return 4 * count_ + 32; }
    void add(float score, std::size_t point);
    /// Removes points that are too far.
    void tighten();

    std::size_t count_ = 0;
    float margin_ = 0;
    float limit_ = std::numeric_limits<float>::infinity();
    std::vector<Scored> found_;
    std::size_t tighten_at_ = capacity();
    std::vector<std::int32_t> points_;
};

}  // namespace epochscope
