#pragma once

#include <epochscope/render/camera.h>
#include <epochscope/render/frame.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// A part of the canvas, in device pixels.
class Region {
  public:
    /// All between two opposite corners, the edges included.
    static Region box(Pixel a, Pixel b);
    /// All that a line goes round (more often one way than the other: nonzero winding) when its end
    /// is joined to its beginning. A place on the line belongs to what lies to its right, or
    /// below it where it is level. Empty for fewer than three places.
    static Region lasso(std::span<const Pixel> line);

    [[nodiscard]] bool contains(Pixel p) const;

  private:
    struct Edge {
        Pixel from;
        Pixel to;
    };

    /// What is known of all places in a cell of the lasso's bounds.
    enum class Cell : std::uint8_t { outside, inside, crossed };

    Region() = default;
    [[nodiscard]] std::size_t slab_of(float y) const;
    [[nodiscard]] std::size_t column_of(float x) const;
    [[nodiscard]] int winding(Pixel p) const;
    void sort_into_slabs(const std::vector<Edge>& edges);
    void mark_crossed(const Edge& edge);
    void fill_cells();

    Pixel min_;
    Pixel max_;
    bool is_box_ = false;
    /// Slabs a pixel of the lasso's height, and columns one of its width.
    double slabs_a_pixel_ = 0;
    double columns_a_pixel_ = 0;
    /// Those of a lasso that touch slab s of its height lie from offsets[s] up to offsets[s + 1].
    std::vector<Edge> edges_;
    std::vector<std::size_t> offsets_;
    /// Slabs by columns: where no edge is near, one look decides for all places.
    std::vector<Cell> cells_;
};

/// The samples whose centres lie in a region, in rising order; hidden ones and those whose place is
/// not finite are left out. Exact between epochs too. O(N), in parallel.
std::vector<std::size_t> pick_within(const PointLayer& points, const Region& region);

}  // namespace epochscope
