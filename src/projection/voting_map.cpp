#include "projection/voting_map.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope {

namespace {

constexpr int tile = VotingScale::tile;
constexpr float half = VotingScale::half;

std::vector<VotingMap::TileAway> tiles_around(const VotingScale& scale, Size tiles) {
    const float limit = 1 + scale.half_tile();
    const auto most = [&](float step, int there) {
        return static_cast<int>(std::min(static_cast<float>(there - 1), limit / (step * tile) + 1));
    };
    std::vector<VotingMap::TileAway> found;
    const int most_rows = most(scale.step_y, tiles.height);
    const int most_columns = most(scale.step_x, tiles.width);
    for (int row = -most_rows; row <= most_rows; ++row)
        for (int column = -most_columns; column <= most_columns; ++column) {
            const float x = tile * std::abs(static_cast<float>(column));
            const float y = tile * std::abs(static_cast<float>(row));
            const float nearest =
                std::sqrt(scale.squared(std::max(x - half, 0.0F), std::max(y - half, 0.0F)));
            if (nearest > limit) continue;
            found.push_back({column, row, nearest, std::sqrt(scale.squared(x + half, y + half))});
        }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.nearest < b.nearest; });
    return found;
}

std::vector<VotingMap::PixelAway> pixels_around(const VotingScale& scale) {
    const float limit = std::min(1.0F, scale.squared(tile - 1, tile - 1) * 1.0001F);
    std::vector<VotingMap::PixelAway> found;
    const auto most = [&](float step) { return std::sqrt(limit) / step + 1; };
    if (std::max(most(scale.step_x), most(scale.step_y)) > 4 * tile) return found;
    const int most_rows = static_cast<int>(most(scale.step_y));
    const int most_columns = static_cast<int>(most(scale.step_x));
    for (int row = -most_rows; row <= most_rows; ++row)
        for (int column = -most_columns; column <= most_columns; ++column) {
            const float squared =
                scale.squared(static_cast<float>(column), static_cast<float>(row));
            if (squared <= limit) found.push_back({column, row, squared});
        }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.squared < b.squared; });
    return found;
}

int tiles_of(int pixels) { return (pixels + tile - 1) / tile; }

}  // namespace

VotingScale::VotingScale(const Box& frame, Size size, std::size_t samples) {
    const double width = double{frame.max.x} - frame.min.x;
    const double height = double{frame.max.y} - frame.min.y;
    const double crowd = std::sqrt(static_cast<double>(std::max<std::size_t>(samples, 1)));
    const double reach =
        std::sqrt(width) * std::sqrt(height) * std::clamp(1.5 / crowd, 1.0 / 16, 1.0 / 4);
    step_x = static_cast<float>(width / size.width / reach);
    step_y = static_cast<float>(height / size.height / reach);
}

float VotingScale::half_tile() const { return std::sqrt(squared(half, half)); }

VotingMap::VotingMap(VotingCells voters, const Box& frame, Size s, std::size_t samples)
    : cells(std::move(voters)),
      scale(frame, s, samples),
      size(s),
      tiles{tiles_of(s.width), tiles_of(s.height)},
      counts(static_cast<std::size_t>(tiles.width) * static_cast<std::size_t>(tiles.height)),
      tiles_around(epochscope::tiles_around(scale, tiles)),
      pixels_around(epochscope::pixels_around(scale)) {
    const std::size_t most = tiles_around.size() / 2;
    for (int row = 0; row < size.height; ++row)
        for (int column = 0; column < size.width; ++column) {
            const std::uint32_t voters_there = cells.count(pixel_at(column, row));
            counts[tile_at(column / tile, row / tile)] += voters_there;
            if (voters_there > 0 && few.size() <= most) few.push_back({column, row});
        }
    if (few.size() > most) few.clear();
}

}  // namespace epochscope
