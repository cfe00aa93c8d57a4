#pragma once

#include <epochscope/analysis/faithfulness.h>

#include <cstddef>
#include <span>
#include <vector>

namespace epochscope {

/// What took a picture's embeddings of one epoch to the plane, of whichever kind; none where both
/// are null.
struct PictureMap {
    const LinearMap* linear = nullptr;
    const LearnedMap* learned = nullptr;

    static PictureMap at(const Picture& picture, std::size_t epoch) {
        const auto pick = [epoch](const auto& maps) {
            return maps.empty() ? nullptr : &maps[maps.size() == 1 ? 0 : epoch];
        };
        return {pick(picture.maps), pick(picture.learned)};
    }
    [[nodiscard]] bool is_there() const { return linear != nullptr || learned != nullptr; }
    /// O(rows x the map).
    [[nodiscard]] std::vector<Point> places_of(const Table& rows, int threads) const;
};

}  // namespace epochscope
