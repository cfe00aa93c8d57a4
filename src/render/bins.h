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

/// Sorts shapes into the horizontal bands that they touch, in their order within each. Chunks are
/// sorted in parallel, each within a core's cache; the result does not depend on threads.
template <typename Item>
class Bins {
  public:
    /// `fill(first, items, ranges)` fills in the items and the bands of the shapes from `first` on,
    /// for the length of the spans. Called from several threads.
    template <typename Fill>
    Bins(std::size_t count, std::size_t bands, const Fill& fill)
        : chunks_((count + chunk_size - 1) / chunk_size) {
        tbb::parallel_for(std::size_t{0}, chunks_.size(), [&](std::size_t chunk) {
            const std::size_t first = chunk * chunk_size;
            const std::size_t size = std::min(chunk_size, count - first);
            const auto items = std::make_unique_for_overwrite<Item[]>(size);
            const auto ranges = std::make_unique_for_overwrite<BandRange[]>(size);
            fill(first, std::span(items.get(), size), std::span(ranges.get(), size));
            chunks_[chunk] = sorted({items.get(), size}, ranges.get(), bands);
        });
    }

    /// Calls visit(items) for consecutive items of a band, in order.
    template <typename Visit>
    void for_each_run(std::size_t band, const Visit& visit) const {
        for (const Chunk& chunk : chunks_) {
            const std::size_t first = chunk.offsets[band];
            visit(
                std::span<const Item>(chunk.items.get() + first, chunk.offsets[band + 1] - first));
        }
    }

  private:
    static constexpr std::size_t chunk_size = 16384;

    /// The items of band b are offsets[b] up to offsets[b + 1].
    struct Chunk {
        std::vector<std::uint32_t> offsets;
        std::unique_ptr<Item[]> items;
    };

    static Chunk sorted(std::span<const Item> items, const BandRange* ranges, std::size_t bands) {
        Chunk chunk;
        chunk.offsets.assign(bands + 1, 0);
        for (std::size_t i = 0; i < items.size(); ++i)
            for (std::uint32_t band = ranges[i].first; band < ranges[i].last; ++band)
                ++chunk.offsets[band + 1];
        for (std::size_t band = 0; band < bands; ++band)
            chunk.offsets[band + 1] += chunk.offsets[band];
        chunk.items = std::make_unique_for_overwrite<Item[]>(chunk.offsets.back());
        std::vector<std::uint32_t> next(chunk.offsets.begin(), chunk.offsets.end() - 1);
        for (std::size_t i = 0; i < items.size(); ++i)
            for (std::uint32_t band = ranges[i].first; band < ranges[i].last; ++band)
                chunk.items[next[band]++] = items[i];
        return chunk;
    }

    std::vector<Chunk> chunks_;
};

}  // namespace epochscope
