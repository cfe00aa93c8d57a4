// The loops of networks, compiled once for each level: included in the level's namespace after its
// `lanes`, how many numbers a vector has, `rows_at_once` and `vectors_at_once`, of how many the
// sums fit into its registers, `root` and `fused`, which rounds x y + z once. Not to be included
// elsewhere, hence no guard. Nothing of the standard library is used, lest it be compiled for a
// level that other callers do not have.

using Floats __attribute__((vector_size(lanes * sizeof(float)))) = float;

inline Floats load(const float* from) {
    Floats value;
    __builtin_memcpy(&value, from, sizeof value);
    return value;
}

inline void store(float* to, const Floats& value) { __builtin_memcpy(to, &value, sizeof value); }

/// `Rows` rows and `Vectors` vectors of columns, from row r and column n on.
template <std::size_t Rows, std::size_t Vectors>
inline void multiply_tile(const Product& p, std::size_t r, std::size_t n) {
    Floats sums[Rows][Vectors];
    for (std::size_t i = 0; i < Rows; ++i)
        for (std::size_t v = 0; v < Vectors; ++v)
            sums[i][v] = load(p.start + (r + i) * p.start_row + n + v * lanes);
    const float* a = p.a + r * p.a_row;
    const float* b = p.b + n;
    for (std::size_t k = 0; k < p.depth; ++k, a += p.a_step, b += p.b_row) {
        Floats weights[Vectors];
        for (std::size_t v = 0; v < Vectors; ++v) weights[v] = load(b + v * lanes);
        for (std::size_t i = 0; i < Rows; ++i)
            for (std::size_t v = 0; v < Vectors; ++v)
                sums[i][v] = fused(a[i * p.a_row], weights[v], sums[i][v]);
    }
    for (std::size_t i = 0; i < Rows; ++i)
        for (std::size_t v = 0; v < Vectors; ++v) {
            const Floats zeros = {};
            const Floats sum = sums[i][v];
            store(p.c + (r + i) * p.c_row + n + v * lanes,
                  p.rectified ? (sum > zeros ? sum : zeros) : sum);
        }
}

template <std::size_t Vectors>
inline void multiply_columns(const Product& p, std::size_t n) {
    std::size_t r = 0;
    for (; r + rows_at_once <= p.rows; r += rows_at_once)
        multiply_tile<rows_at_once, Vectors>(p, r, n);
    for (; r < p.rows; ++r) multiply_tile<1, Vectors>(p, r, n);
}

void multiply(const Product& p) {
    std::size_t n = 0;
    for (; n + vectors_at_once * lanes <= p.columns; n += vectors_at_once * lanes)
        multiply_columns<vectors_at_once>(p, n);
    for (; n < p.columns; n += lanes) multiply_columns<1>(p, n);
}

void mask(const float* activation, float* gradient, std::size_t count) {
    const Floats zeros = {};
    for (std::size_t i = 0; i < count; i += lanes)
        store(gradient + i, load(activation + i) > zeros ? load(gradient + i) : zeros);
}

void adam(const AdamStep& step, const float* gradient, float* first, float* second,
          float* parameter, std::size_t count) {
    constexpr float first_share = 0.9F;
    constexpr float second_share = 0.999F;
    constexpr float least = 1e-8F;
    for (std::size_t i = 0; i < count; i += lanes) {
        const Floats value = load(parameter + i);
        const Floats slope = load(gradient + i) + step.decay * value;
        const Floats mean = first_share * load(first + i) + (1 - first_share) * slope;
        const Floats square = second_share * load(second + i) + (1 - second_share) * slope * slope;
        store(first + i, mean);
        store(second + i, square);
        const Floats size = root(square * step.second_correction) + least;
        store(parameter + i, value - step.rate * step.first_correction * mean / size);
    }
}
