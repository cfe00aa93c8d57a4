#pragma once

#include "projection/force_kernels.h"

#include <epochscope/projection/tsne.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// A list of bodies, with room for all that there can be.
class BodyList {
  public:
    void make_room(std::size_t most) {
        if (x_.size() >= most) return;
        x_.resize(most);
        y_.resize(most);
        mass_.resize(most);
    }
    void clear() { count_ = 0; }
    void add(float x, float y, float mass) {
        x_[count_] = x;
        y_[count_] = y;
        mass_[count_++] = mass;
    }
    [[nodiscard]] Bodies<float> bodies() const {
        return {x_.data(), y_.data(), mass_.data(), count_};
    }

  private:
    std::vector<float> x_;
    std::vector<float> y_;
    std::vector<float> mass_;
    std::size_t count_ = 0;
};

/// Samples that lie close together and are pushed by the same bodies: a stretch of places.
struct Crowd {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// A quadtree over samples in the plane (Barnes & Hut 1986). Samples are arranged so that those of
/// each cell follow each other.
class CellTree {
  public:
    /// How large a cell may look, as its extent over its distance, to be taken for one body.
    explicit CellTree(float opening) : opening_(opening) {}

    /// Arranges samples. O(N log N).
    void arrange(const Layout& layout);
    /// The sample at each place.
    [[nodiscard]] std::span<const std::int32_t> order() const { return order_; }
    /// Where they are; beyond the last, as many more as a vector may reach.
    [[nodiscard]] const float* x() const { return x_.data(); }
    [[nodiscard]] const float* y() const { return y_.data(); }

    /// All samples, in crowds.
    [[nodiscard]] std::span<const Crowd> crowds() const { return crowds_; }
    /// What pushes a crowd: all samples, those themselves too, near ones one by one and far ones by
    /// cells.
    void collect(const Crowd& crowd, BodyList& bodies) const;

  private:
    struct Cell {
        float x = 0;
        float y = 0;
        float mass = 0;
        /// The longer side of the box around its samples.
        float extent = 0;
        /// The places of its samples.
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        /// The next cell that is not inside of this one; the one after this is inside of it unless
        /// it is a leaf.
        std::uint32_t next = 0;
        bool leaf = true;
    };
    struct Bounds;

    void split(std::span<const std::uint64_t> keys, std::uint32_t begin, std::uint32_t end,
               unsigned shift);
    void place(const Layout& layout);
    void measure_cells();
    void crowd_together(std::size_t cell);
    Bounds bounds_of(const Cell& cell, std::size_t index, std::span<const Bounds> inside) const;

    float opening_;
    std::vector<std::int32_t> order_;
    std::vector<float> x_;
    std::vector<float> y_;
    std::vector<Cell> cells_;
    std::vector<Crowd> crowds_;
};

}  // namespace epochscope
