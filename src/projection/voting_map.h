#pragma once

#include "projection/voting_cells.h"

#include <epochscope/model/geometry.h>
#include <epochscope/model/image.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// How far apart the pixels of a landscape are in the plane; how far a sample's vote reaches is 1.
struct VotingScale {
    /// The side of a tile of pixels: what may be near is gathered for all of them at once.
    static constexpr int tile = 8;
    /// From the middle of a tile to its first pixel.
    static constexpr float half = (tile - 1) / 2.0F;
    /// Squared distances are alike up to this factor: single precision.
    static constexpr float just_as_near = 1.000002F;

    float step_x;
    float step_y;

    VotingScale(const Box& frame, Size size, std::size_t samples);

    /// The squared distance of what is so many pixels apart.
    [[nodiscard]] float squared(float columns, float rows) const {
        const float x = columns * step_x;
        const float y = rows * step_y;
        return x * x + y * y;
    }
    /// How far the middle of a tile is from its farthest pixel.
    [[nodiscard]] float half_tile() const;
};

/// Where the voters of a landscape are: the pixels they lie in, and tiles of these.
struct VotingMap {
    /// Another tile, so many tiles away, and how near and how far its pixels are from a tile's
    /// middle.
    struct TileAway {
        int columns;
        int rows;
        float nearest;
        float farthest;
    };
    /// Another pixel, so many pixels away.
    struct PixelAway {
        int columns;
        int rows;
        float squared;
    };

    struct PixelAt {
        int column;
        int row;
    };

    VotingCells cells;
    VotingScale scale;
    Size size;
    Size tiles;
    /// Where the voters are, where these pixels are so few that going through all of them is less
    /// than going through the tiles within reach; else none.
    std::vector<PixelAt> few;
    /// How many samples lie in each tile.
    std::vector<std::uint32_t> counts;
    /// The tiles within reach of a tile, nearest first.
    std::vector<TileAway> tiles_around;
    /// The pixels within reach and no farther than the farthest of the same tile, nearest first;
    /// none where pixels are so long that this would be too many.
    std::vector<PixelAway> pixels_around;

    VotingMap(VotingCells voters, const Box& frame, Size size, std::size_t samples);

    [[nodiscard]] std::size_t tile_at(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(tiles.width) +
               static_cast<std::size_t>(column);
    }
    [[nodiscard]] std::size_t pixel_at(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(size.width) +
               static_cast<std::size_t>(column);
    }
};

}  // namespace epochscope
