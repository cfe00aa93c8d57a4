// The inner loops of t-SNE for vectors of `Real` that are `vector_bytes` long. No header of its
// own: compiled once for each level and precision, inside a namespace that says what these are.

// The compiler's vectors: arithmetic goes lane by lane.
using Vector __attribute__((vector_size(vector_bytes))) = Real;
constexpr std::size_t width = vector_bytes / sizeof(Real);
/// Vectors of all lanes, and how many are worked on side by side.
constexpr std::size_t vectors = force_lanes / width;
constexpr std::size_t abreast = vectors < 2 ? 1 : 2;

// By reference, since how vectors are returned differs between levels.
inline void load(const Real* from, Vector& vector) {
    __builtin_memcpy(&vector, from, sizeof vector);
}

inline void store(const Vector& vector, Real* to) { __builtin_memcpy(to, &vector, sizeof vector); }

inline void push(const Real* x, const Real* y, const Bodies<Real>& bodies,
                 const Pushed<Real>& sums) {
    for (std::size_t first = 0; first < force_lanes; first += abreast * width) {
        Vector own_x[abreast];
        Vector own_y[abreast];
        Vector sum_x[abreast] = {};
        Vector sum_y[abreast] = {};
        Vector sum_w[abreast] = {};
        for (std::size_t v = 0; v < abreast; ++v) {
            load(x + first + v * width, own_x[v]);
            load(y + first + v * width, own_y[v]);
        }
        for (std::size_t b = 0; b < bodies.count; ++b)
            for (std::size_t v = 0; v < abreast; ++v) {
                const Vector dx = own_x[v] - bodies.x[b];
                const Vector dy = own_y[v] - bodies.y[b];
                const Vector w = 1 / (1 + (dx * dx + dy * dy));
                const Vector mass_w = w * bodies.mass[b];
                const Vector force = mass_w * w;
                sum_w[v] += mass_w;
                sum_x[v] += force * dx;
                sum_y[v] += force * dy;
            }
        for (std::size_t v = 0; v < abreast; ++v) {
            store(sum_x[v], sums.x + first + v * width);
            store(sum_y[v], sums.y + first + v * width);
            store(sum_w[v], sums.weights + first + v * width);
        }
    }
}

inline void pull(Real own_x, Real own_y, const Real* x, const Real* y, const Pulling<Real>& pulling,
                 Real* sum) {
    Vector sum_x[vectors] = {};
    Vector sum_y[vectors] = {};
    for (std::size_t n = 0; n < pulling.count; n += force_lanes) {
        // Gathered one by one: what gathers at once is no faster and not everywhere.
        Real other_x[force_lanes];
        Real other_y[force_lanes];
        for (std::size_t lane = 0; lane < force_lanes; ++lane) {
            const auto neighbour = static_cast<std::size_t>(pulling.neighbours[n + lane]);
            other_x[lane] = x[neighbour];
            other_y[lane] = y[neighbour];
        }
        for (std::size_t v = 0; v < vectors; ++v) {
            Vector dx;
            Vector dy;
            Vector affinity;
            load(other_x + v * width, dx);
            load(other_y + v * width, dy);
            load(pulling.affinities + n + v * width, affinity);
            dx = own_x - dx;
            dy = own_y - dy;
            const Vector force = affinity / (1 + (dx * dx + dy * dy));
            sum_x[v] += force * dx;
            sum_y[v] += force * dy;
        }
    }
    for (std::size_t v = 0; v < vectors; ++v)
        for (std::size_t lane = 0; lane < width; ++lane) {
            sum[0] += sum_x[v][lane];
            sum[1] += sum_y[v][lane];
        }
}
