// The loops over rows of distances, compiled once for each level: included in the level's
// namespace after its `lanes`, how many numbers a vector has. Not to be included elsewhere, hence
// no guard. Nothing of the standard library is used, lest it be compiled for a level that other
// callers do not have.

using Doubles __attribute__((vector_size(lanes * sizeof(double)))) = double;
using Longs __attribute__((vector_size(lanes * sizeof(double)))) = std::int64_t;

inline std::int64_t sum_of(const Longs& values) {
    std::int64_t sum = 0;
    for (std::size_t lane = 0; lane < lanes; ++lane) sum += values[lane];
    return sum;
}

inline Doubles load(const double* from) {
    Doubles value;
    __builtin_memcpy(&value, from, sizeof value);
    return value;
}

inline void store(double* to, const Doubles& value) { __builtin_memcpy(to, &value, sizeof value); }

void squares(const double* values, std::size_t tiles, std::size_t dimension, const float* place,
             double* row) {
    for (std::size_t tile = 0; tile < tiles; ++tile, row += tile_width) {
        Doubles sums[tile_width / lanes] = {};
        for (std::size_t d = 0; d < dimension; ++d, values += tile_width) {
            const double x = place[d];
            for (std::size_t lane = 0; lane < tile_width / lanes; ++lane) {
                const Doubles difference = load(values + lane * lanes) - x;
                sums[lane] += difference * difference;
            }
        }
        for (std::size_t lane = 0; lane < tile_width / lanes; ++lane)
            store(row + lane * lanes, sums[lane]);
    }
}

void count(const double* row, std::size_t tiles, const double* limits, std::int64_t* counts) {
    Longs below[limits_at_once] = {};
    Longs up_to[limits_at_once] = {};
    for (std::size_t j = 0; j < tiles * tile_width; j += lanes) {
        const Doubles entries = load(row + j);
        for (std::size_t i = 0; i < limits_at_once; ++i) {
            below[i] -= entries < limits[i];
            up_to[i] -= entries <= limits[i];
        }
    }
    for (std::size_t i = 0; i < limits_at_once; ++i) {
        counts[i] = sum_of(below[i]);
        counts[limits_at_once + i] = sum_of(up_to[i]);
    }
}

void minima(const double* row, std::size_t tiles, double* least) {
    for (std::size_t tile = 0; tile < tiles; ++tile, row += tile_width) {
        Doubles lesser = load(row);
        for (std::size_t j = lanes; j < tile_width; j += lanes) {
            const Doubles entries = load(row + j);
            lesser = entries < lesser ? entries : lesser;
        }
        least[tile] = lesser[0];
        for (std::size_t lane = 1; lane < lanes; ++lane)
            if (lesser[lane] < least[tile]) least[tile] = lesser[lane];
    }
}
