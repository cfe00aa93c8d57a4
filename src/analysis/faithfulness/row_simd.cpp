#include "analysis/faithfulness/row_kernels.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "analysis/faithfulness/row_simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace epochscope::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

constexpr hn::CappedTag<double, tile_width> doubles;
constexpr hn::RebindToSigned<decltype(doubles)> integers;
using Doubles = hn::Vec<decltype(doubles)>;
using Integers = hn::Vec<decltype(integers)>;

constexpr std::size_t lanes = hn::MaxLanes(doubles);
constexpr std::size_t vectors = tile_width / lanes;

void sum_squares(const double* values, std::size_t tiles, std::size_t dimension, const float* place,
                 double* row) {
    for (std::size_t tile = 0; tile < tiles; ++tile, row += tile_width) {
        Doubles sums[vectors];
        for (Doubles& sum : sums) sum = hn::Zero(doubles);
        for (std::size_t d = 0; d < dimension; ++d, values += tile_width) {
            const Doubles x = hn::Set(doubles, static_cast<double>(place[d]));
            for (std::size_t v = 0; v < vectors; ++v) {
                const Doubles difference = hn::LoadU(doubles, values + v * lanes) - x;
                sums[v] = sums[v] + difference * difference;
            }
        }
        for (std::size_t v = 0; v < vectors; ++v) hn::StoreU(sums[v], doubles, row + v * lanes);
    }
}

/// One more where the mask holds.
inline Integers counted(Integers counts, hn::Mask<decltype(doubles)> mask) {
    return counts - hn::VecFromMask(integers, hn::RebindMask(integers, mask));
}

void count_entries(const double* row, std::size_t tiles, const double* limits,
                   std::int64_t* counts) {
    Integers below[limits_at_once];
    Integers up_to[limits_at_once];
    for (std::size_t i = 0; i < limits_at_once; ++i) below[i] = up_to[i] = hn::Zero(integers);
    for (std::size_t j = 0; j < tiles * tile_width; j += lanes) {
        const Doubles entries = hn::LoadU(doubles, row + j);
        for (std::size_t i = 0; i < limits_at_once; ++i) {
            const Doubles limit = hn::Set(doubles, limits[i]);
            below[i] = counted(below[i], entries < limit);
            up_to[i] = counted(up_to[i], entries <= limit);
        }
    }
    for (std::size_t i = 0; i < limits_at_once; ++i) {
        counts[i] = hn::GetLane(hn::SumOfLanes(integers, below[i]));
        counts[limits_at_once + i] = hn::GetLane(hn::SumOfLanes(integers, up_to[i]));
    }
}

void find_minima(const double* row, std::size_t tiles, double* minima) {
    for (std::size_t tile = 0; tile < tiles; ++tile, row += tile_width) {
        Doubles lesser = hn::LoadU(doubles, row);
        for (std::size_t j = lanes; j < tile_width; j += lanes)
            lesser = hn::Min(hn::LoadU(doubles, row + j), lesser);
        minima[tile] = hn::GetLane(hn::MinOfLanes(doubles, lesser));
    }
}

}  // namespace
}  // namespace epochscope::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace epochscope {

HWY_EXPORT(sum_squares);
HWY_EXPORT(count_entries);
HWY_EXPORT(find_minima);

void sum_squares(const double* values, std::size_t tiles, std::size_t dimension, const float* place,
                 double* row) {
    HWY_DYNAMIC_DISPATCH(sum_squares)(values, tiles, dimension, place, row);
}

void count_entries(const double* row, std::size_t tiles, const double* limits,
                   std::int64_t* counts) {
    HWY_DYNAMIC_DISPATCH(count_entries)(row, tiles, limits, counts);
}

void find_minima(const double* row, std::size_t tiles, double* minima) {
    HWY_DYNAMIC_DISPATCH(find_minima)(row, tiles, minima);
}

}  // namespace epochscope
#endif
