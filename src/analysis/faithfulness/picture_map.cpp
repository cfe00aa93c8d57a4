#include "analysis/faithfulness/picture_map.h"

#include <epochscope/analysis/learned_map.h>

namespace epochscope {

std::vector<Point> PictureMap::places_of(const Table& rows, int threads) const {
    if (learned != nullptr) return places_by(*learned, rows, threads);
    std::vector<Point> places;
    for (std::size_t i = 0; i < rows.rows(); ++i) places.push_back(linear->place(rows.row(i)));
    return places;
}

}  // namespace epochscope
