#pragma once

#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// Points laid out so that distances from one to all are worked out side by side: tiles of 16
/// points, and in a tile the values of one dimension after another, in double precision.
class Tiles {
  public:
    static constexpr std::size_t width = 16;

    Tiles() = default;
    explicit Tiles(const Table& points);

    [[nodiscard]] std::size_t count() const { return count_; }
    /// How long a row of distances is: the points, filled up to whole tiles.
    [[nodiscard]] std::size_t padded_count() const;
    /// The squares of the distances from a place to each point, summed dimension by dimension, and
    /// infinity behind the last: `row` has padded_count() entries. O(count dimension).
    void squares_from(std::span<const float> place, std::span<double> row) const;

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

/// The first entry of the first tile from entry `first` on that has one not above a limit; the
/// length of the row where none has.
std::size_t next_tile_up_to(std::span<const double> row, std::size_t first, double limit);

/// For each limit. `row` is whole tiles. O(row limits), or O(row log row) where there are many.
std::vector<Below> count_below(std::span<const double> row, std::span<const double> limits);

/// Calls what(index) for each entry that is not above a limit, in order. O(row).
template <typename What>
void for_each_up_to(std::span<const double> row, double limit, const What& what) {
    for (std::size_t first = 0; (first = next_tile_up_to(row, first, limit)) < row.size();
         first += Tiles::width)
        for (std::size_t i = first; i < first + Tiles::width; ++i)
            if (row[i] <= limit) what(i);
}

/// The k-th smallest entry of a row (whole tiles), k >= 1. O(row) where k is small.
double kth_smallest(std::span<const double> row, std::size_t k);

}  // namespace epochscope
