#pragma once

#include <epochscope/render/camera.h>
#include <epochscope/render/frame.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// A region of the canvas, in device pixels.
class Region {
  public:
    /// The rectangle between two opposite corners, with its edges.
    static Region box(Pixel a, Pixel b);
    /// The interior of a closed line by the nonzero winding rule. A point on the line belongs to
    /// the region on its right, or below it if the line is horizontal. Empty for fewer than three
    /// points.
    static Region lasso(std::span<const Pixel> line);

    [[nodiscard]] bool contains(Pixel p) const;

  private:
    struct Edge {
        Pixel from;
        Pixel to;
    };

    /// What holds for all points of a cell of the lasso's bounding box.
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
    /// Slabs per pixel of height, and columns per pixel of width.
    double slabs_a_pixel_ = 0;
    double columns_a_pixel_ = 0;
    /// The edges that touch slab s are edges_[offsets_[s]] up to edges_[offsets_[s + 1]].
    std::vector<Edge> edges_;
    std::vector<std::size_t> offsets_;
    /// Slabs by columns: a cell without an edge decides for all its points.
    std::vector<Cell> cells_;
};

/// The samples whose centres are in a region, in increasing order. Skips hidden samples and
/// positions that are not finite. Exact between epochs too. O(N), parallel.
std::vector<std::size_t> pick_within(const PointLayer& points, const Region& region);

}  // namespace epochscope
