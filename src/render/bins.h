#pragma once

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace epochscope {

/// The bands that a shape touches: from `first` up to, not including, `last`.
struct BandRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// Shapes sorted into the horizontal bands that they touch, in their own order within each: a
/// counting sort in parallel chunks, the same for any number of threads.
template <typename Item>
class Bins {
  public:
    /// `range_of(i)` tells the bands of shape i and `item_of(i)` what is kept of it; both are
    /// called from several threads.
    template <typename RangeOf, typename ItemOf>
    Bins(std::size_t count, std::size_t bands, const RangeOf& range_of, const ItemOf& item_of) {
        const std::size_t chunks = (count + chunk_size - 1) / chunk_size;
        std::vector<std::vector<std::size_t>> next(chunks, std::vector<std::size_t>(bands, 0));
        for_each_index(count, chunks, [&](std::size_t chunk, std::size_t i) {
            const BandRange range = range_of(i);
            for (std::uint32_t band = range.first; band < range.last; ++band) ++next[chunk][band];
        });
        sum_up(next, bands);
        items_ = std::make_unique_for_overwrite<Item[]>(offsets_.back());
        for_each_index(count, chunks, [&](std::size_t chunk, std::size_t i) {
            const BandRange range = range_of(i);
            for (std::uint32_t band = range.first; band < range.last; ++band)
                items_[next[chunk][band]++] = item_of(i);
        });
    }

    [[nodiscard]] std::span<const Item> operator[](std::size_t band) const {
        return {items_.get() + offsets_[band], offsets_[band + 1] - offsets_[band]};
    }

  private:
    static constexpr std::size_t chunk_size = 16384;

    template <typename Body>
    static void for_each_index(std::size_t count, std::size_t chunks, const Body& body) {
        tbb::parallel_for(std::size_t{0}, chunks, [&](std::size_t chunk) {
            const std::size_t end = std::min(count, (chunk + 1) * chunk_size);
            for (std::size_t i = chunk * chunk_size; i < end; ++i) body(chunk, i);
        });
    }

    /// Turns each chunk's counts into where it writes: bands after one another, chunks within.
    void sum_up(std::vector<std::vector<std::size_t>>& next, std::size_t bands) {
        offsets_.assign(bands + 1, 0);
        std::size_t sum = 0;
        for (std::size_t band = 0; band < bands; ++band) {
            for (std::vector<std::size_t>& chunk : next) {
                const std::size_t count = chunk[band];
                chunk[band] = sum;
                sum += count;
            }
            offsets_[band + 1] = sum;
        }
    }

    std::vector<std::size_t> offsets_;
    std::unique_ptr<Item[]> items_;
};

}  // namespace epochscope
