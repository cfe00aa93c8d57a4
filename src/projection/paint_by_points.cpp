#include "projection/landscape_field.h"
#include "projection/voting_map.h"

#include <epochscope/compute/threads.h>
#include <epochscope/projection/landscape.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace epochscope {

namespace {

constexpr std::size_t asked = 15;
constexpr int tile = VotingScale::tile;
constexpr float half = VotingScale::half;

/// Works out the tiles of a row of them, one after another.
class TileWorker {
  public:
    TileWorker(const VotingMap& map, std::size_t classes, LandscapeField& field)
        : map_(map), field_(field), scores_(classes) {}

    void work_on(int column, int row) {
        middle_column_ = static_cast<float>(column * tile) + half;
        middle_row_ = static_cast<float>(row * tile) + half;
        const bool crowded =
            !map_.pixels_around.empty() && map_.counts[map_.tile_at(column, row)] >= asked;
        if (!crowded) gather(column, row);
        for (int y = row * tile; y < std::min((row + 1) * tile, map_.size.height); ++y)
            for (int x = column * tile; x < std::min((column + 1) * tile, map_.size.width); ++x) {
                nearest_.clear();
                if (crowded)
                    find_around(x, y);
                else
                    find_among_gathered(x, y);
                vote(map_.pixel_at(x, y));
            }
    }

  private:
    /// A pixel with samples, and how far it is from the middle of the tile.
    struct Near {
        float distance;
        int column;
        int row;
    };
    /// A pixel whose samples are asked.
    struct Asked {
        float squared;
        std::size_t pixel;
    };

    /// Finds the pixels with samples that may be among the nearest of a pixel of the tile, in the
    /// order of their distance from its middle.
    void gather(int column, int row);
    void gather_around(int column, int row);
    void gather_tile(int column, int row);
    void add_near(int column, int row);
    void drop_far_ones();
    /// Finds the nearest of a pixel: among those; or around it, where there are enough.
    void find_among_gathered(int x, int y);
    void find_around(int x, int y);
    void insert(Asked asked_too);
    void vote(std::size_t pixel);
    /// Takes the scores, leaving zeros.
    void decide(std::size_t pixel, double all);

    const VotingMap& map_;
    LandscapeField& field_;
    float middle_column_ = 0;
    float middle_row_ = 0;
    std::vector<Near> near_;
    std::vector<Asked> nearest_;
    std::vector<double> scores_;
    std::vector<std::int32_t> voted_;
};

void TileWorker::gather(int column, int row) {
    near_.clear();
    if (map_.few.empty())
        gather_around(column, row);
    else
        for (const VotingMap::PixelAt& at : map_.few) add_near(at.column, at.row);
    drop_far_ones();
    std::sort(near_.begin(), near_.end(), [](const Near& a, const Near& b) {
        return a.distance != b.distance ? a.distance < b.distance
               : a.row != b.row         ? a.row < b.row
                                        : a.column < b.column;
    });
}

void TileWorker::gather_around(int column, int row) {
    std::size_t count = 0;
    float farthest = 0;
    float limit = std::numeric_limits<float>::infinity();
    for (const VotingMap::TileAway& away : map_.tiles_around) {
        // Every pixel of the tile has enough samples within half a tile more than its middle has;
        // theirs are within as much again.
        if (away.nearest > limit) break;
        const int other_column = column + away.columns;
        const int other_row = row + away.rows;
        if (other_column < 0 || other_column >= map_.tiles.width || other_row < 0 ||
            other_row >= map_.tiles.height)
            continue;
        const std::uint32_t in_tile = map_.counts[map_.tile_at(other_column, other_row)];
        if (in_tile == 0) continue;
        gather_tile(other_column, other_row);
        count += in_tile;
        farthest = std::max(farthest, away.farthest);
        if (count >= asked) limit = std::min(limit, farthest + 2 * map_.scale.half_tile());
    }
}

void TileWorker::gather_tile(int column, int row) {
    for (int r = row * tile; r < std::min((row + 1) * tile, map_.size.height); ++r)
        for (int c = column * tile; c < std::min((column + 1) * tile, map_.size.width); ++c)
            if (map_.cells.count(map_.pixel_at(c, r)) > 0) add_near(c, r);
}

void TileWorker::add_near(int column, int row) {
    near_.push_back({std::sqrt(map_.scale.squared(static_cast<float>(column) - middle_column_,
                                                  static_cast<float>(row) - middle_row_)),
                     column, row});
}

/// By how many samples are how far from the middle, roughly, so that less has to be sorted.
void TileWorker::drop_far_ones() {
    constexpr std::size_t steps = 64;
    const float step = (1 + map_.scale.half_tile()) / steps;
    std::array<std::size_t, steps + 1> counts{};
    const auto step_of = [&](const Near& near) {
        return static_cast<std::size_t>(std::min(static_cast<float>(steps), near.distance / step));
    };
    for (const Near& near : near_)
        counts[step_of(near)] += map_.cells.count(map_.pixel_at(near.column, near.row));
    std::size_t within = 0;
    std::size_t last = 0;
    while (last < steps && (within += counts[last]) < asked) ++last;
    const float limit = static_cast<float>(last + 1) * step + 2 * map_.scale.half_tile();
    std::erase_if(
        near_, [&](const Near& near) { return near.distance > limit || step_of(near) == steps; });
}

void TileWorker::find_among_gathered(int x, int y) {
    const float off = std::sqrt(map_.scale.squared(static_cast<float>(x) - middle_column_,
                                                   static_cast<float>(y) - middle_row_));
    float limit = 1;
    // A little more than single precision may be off by.
    float stop = (1 + off) * 1.0001F;
    for (const Near& near : near_) {
        if (near.distance > stop) break;
        const float squared = map_.scale.squared(static_cast<float>(near.column - x),
                                                 static_cast<float>(near.row - y));
        if (squared > limit) continue;
        insert({squared, map_.pixel_at(near.column, near.row)});
        std::size_t count = 0;
        for (const Asked& one : nearest_) {
            count += map_.cells.count(one.pixel);
            if (count < asked) continue;
            limit = std::min(limit, one.squared * VotingScale::just_as_near);
            stop = (std::sqrt(limit) + off) * 1.0001F;
            while (nearest_.back().squared > limit) nearest_.pop_back();
            break;
        }
    }
}

void TileWorker::insert(Asked asked_too) {
    const auto after =
        std::upper_bound(nearest_.begin(), nearest_.end(), asked_too.squared,
                         [](float squared, const Asked& other) { return squared < other.squared; });
    nearest_.insert(after, asked_too);
}

void TileWorker::find_around(int x, int y) {
    std::size_t count = 0;
    float limit = 1;
    for (const VotingMap::PixelAway& away : map_.pixels_around) {
        if (away.squared > limit) break;
        const int column = x + away.columns;
        const int row = y + away.rows;
        if (column < 0 || column >= map_.size.width || row < 0 || row >= map_.size.height) continue;
        const std::size_t pixel = map_.pixel_at(column, row);
        if (map_.cells.count(pixel) == 0) continue;
        nearest_.push_back({away.squared, pixel});
        count += map_.cells.count(pixel);
        if (count >= asked) limit = std::min(limit, away.squared * VotingScale::just_as_near);
    }
}

void TileWorker::vote(std::size_t pixel) {
    double all = 0;
    for (const Asked& one : nearest_) {
        const double share = std::max(0.0, 1 - static_cast<double>(one.squared));
        for (const VotingCells::Vote& vote : map_.cells.votes(one.pixel)) {
            const double weight = share * share * static_cast<double>(vote.weight);
            double& score = scores_[static_cast<std::size_t>(vote.cls)];
            if (score == 0) voted_.push_back(vote.cls);
            score += weight;
            all += weight;
        }
    }
    decide(pixel, all);
}

void TileWorker::decide(std::size_t pixel, double all) {
    std::int32_t leader = -1;
    double first = 0;
    double second = 0;
    for (const std::int32_t cls : voted_) {
        double& score = scores_[static_cast<std::size_t>(cls)];
        second = std::max(second, std::min(first, score));
        if (score > first) leader = cls;
        first = std::max(first, score);
        score = 0;
    }
    voted_.clear();
    field_.leader[pixel] = leader;
    // Whether a class leads is a matter of shares: where votes grow few, its colour fades to white
    // without an edge.
    const double lead = first > 0 ? (first - second) / first : 0;
    field_.gap[pixel] =
        lead >= double{least_gap} ? static_cast<float>(lead * std::min(1.0, all)) : 0;
}

}  // namespace

Image paint_by_points(const Epoch& epoch, const Box& frame, std::span<const Colour> colours,
                      Size size, int threads) {
    LandscapeField field(size);
    field.least_gap = 0;
    if (!epoch.predictions.empty()) {
        const VotingMap map(VotingCells(epoch, colours.size(), frame, size), frame, size,
                            epoch.positions.size());
        on_threads(threads, [&] {
            tbb::parallel_for(0, map.tiles.height, [&](int row) {
                TileWorker worker(map, colours.size(), field);
                for (int column = 0; column < map.tiles.width; ++column)
                    worker.work_on(column, row);
            });
        });
    }
    return coloured(field, colours, greatest_gap(field), threads);
}

}  // namespace epochscope
