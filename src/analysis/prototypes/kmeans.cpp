#include "analysis/prototypes/kmeans.h"

#include <epochscope/compute/threads.h>
#include <epochscope/model/error.h>

#include <faiss/Clustering.h>
#include <faiss/IndexFlat.h>
#include <faiss/impl/FaissException.h>

#include <cstdint>
#include <limits>

// Declared for the OpenMP of faiss; its header comes with only one of the compilers.
extern "C" void omp_set_num_threads(int threads);

namespace epochscope {

namespace {

std::vector<float> rows_at(const FloatMatrix& rows, const std::vector<std::size_t>& chosen) {
    std::vector<float> values;
    values.reserve(chosen.size() * rows.dimension);
    for (const std::size_t row : chosen)
        values.insert(values.end(), rows.row(row), rows.row(row) + rows.dimension);
    return values;
}

/// Runs k-means from given centroids, one iteration at a time, so that it can be stopped, until
/// convergence.
void iterate(faiss::Clustering& clustering, faiss::IndexFlatL2& index, const FloatMatrix& rows,
             int iterations, const std::stop_token& stop) {
    const auto count = static_cast<std::int64_t>(rows.count());
    float before = std::numeric_limits<float>::infinity();
    for (int i = 0; i < iterations; ++i) {
        end_if_stopped(stop);
        clustering.train(count, rows.values.data(), index);
        // No warning if there are as many clusters as rows.
        if (clustering.iteration_stats.empty()) return;
        const faiss::ClusteringIterationStats& last = clustering.iteration_stats.back();
        if (last.nsplit == 0 && last.obj == before) return;
        before = last.obj;
    }
}

}  // namespace

std::vector<std::int32_t> kmeans(const FloatMatrix& rows, std::size_t count, int iterations,
                                 std::uint64_t seed, const std::stop_token& stop) {
    // Each start is a task on one of our threads.
    omp_set_num_threads(1);
    faiss::ClusteringParameters parameters;
    parameters.niter = 1;
    // No warning for few rows, no subsampling of many.
    parameters.min_points_per_centroid = 1;
    parameters.max_points_per_centroid = std::numeric_limits<int>::max();
    try {
        faiss::Clustering clustering(static_cast<int>(rows.dimension), static_cast<int>(count),
                                     parameters);
        clustering.centroids = rows_at(rows, kmeans_seeding(rows, count, seed, stop));
        faiss::IndexFlatL2 index(static_cast<std::int64_t>(rows.dimension));
        iterate(clustering, index, rows, iterations, stop);
        std::vector<float> squares(rows.count());
        std::vector<std::int64_t> found(rows.count());
        index.search(static_cast<std::int64_t>(rows.count()), rows.values.data(), 1, squares.data(),
                     found.data());
        std::vector<std::int32_t> assignments;
        assignments.reserve(found.size());
        for (const std::int64_t cluster : found)
            assignments.push_back(static_cast<std::int32_t>(cluster));
        return assignments;
    } catch (const faiss::FaissException& error) {
        throw Error("k-means", error.what());
    }
}

double inertia_of(const FloatMatrix& rows, std::span<const std::int32_t> assignments,
                  std::size_t count) {
    std::vector<double> sums(count * rows.dimension);
    std::vector<double> sizes(count);
    double inertia = 0;
    for (std::size_t i = 0; i < assignments.size(); ++i) {
        const auto cluster = static_cast<std::size_t>(assignments[i]);
        double* const sum = sums.data() + cluster * rows.dimension;
        ++sizes[cluster];
        for (std::size_t d = 0; d < rows.dimension; ++d) {
            const auto value = static_cast<double>(rows.row(i)[d]);
            sum[d] += value;
            inertia += value * value;
        }
    }
    for (std::size_t c = 0; c < count; ++c)
        for (std::size_t d = 0; d < rows.dimension && sizes[c] > 0; ++d)
            inertia -= sums[c * rows.dimension + d] * sums[c * rows.dimension + d] / sizes[c];
    return inertia;
}

}  // namespace epochscope
