#pragma once

#include "analysis/faithfulness/row_kernels.h"

#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// Points laid out so that distances from one to all are worked out side by side: tiles of 32
/// points, and in a tile the values of one dimension after another, in double precision.
class Tiles {
  public:
    static constexpr std::size_t width = tile_width;

    Tiles() = default;
    explicit Tiles(const Table& points);

    [[nodiscard]] std::size_t count() const { return count_; }
    /// How long a row of distances is: the points, filled up to whole tiles.
    [[nodiscard]] std::size_t padded_count() const;
    /// The squares of the distances from a place to each point, summed dimension by dimension, and
    /// infinity behind the last: `row` has padded_count() entries. O(count dimension).
    void squares_from(std::span<const float> place, std::span<double> row) const;
    /// The same from some places, a row for each; the tiles are gone through once for all of them.
    void squares_from(const Table& places, std::span<double> rows) const;

  private:
    std::size_t count_ = 0;
    std::size_t dimension_ = 0;
    std::vector<double> values_;
};

/// One entry of such a row, to the same bits.
double square_between(std::span<const float> x, std::span<const float> y);

/// How many entries of a row are below a limit, and how many are not above it.
struct Below {
    std::size_t below = 0;
    std::size_t up_to = 0;
};

/// For each limit. `row` is whole tiles. O(row limits), or O(row log row) where there are many.
std::vector<Below> count_below(std::span<const double> row, std::span<const double> limits);

/// The indices of some finite entries of a row (whole tiles), rising, in `found`: the k smallest,
/// what is equal to the last of them, and few others where the row is long. O(row).
void find_small(std::span<const double> row, std::size_t k, std::vector<std::int32_t>& found);

}  // namespace epochscope
