#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::bench {

inline double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Median seconds of `repeats` calls, after one call to warm up.
inline double seconds_of(const std::function<void()>& work, int repeats = 7) {
    work();
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        times.push_back(
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    return median(std::move(times));
}

/// Prints a figure as one JSON line: its name, and whatever numbers belong to it.
inline void report(const std::string& name, const nlohmann::ordered_json& figures) {
    nlohmann::ordered_json line{{"figure", name}};
    line.update(figures);
    std::cout << line.dump() << std::endl;
}

// One function a file; each reports its figures.
void bench_array();
void bench_curves();
void bench_faithful();
void bench_health();
void bench_influence();
void bench_info();
void bench_landscape();
void bench_metrics();
void bench_neighbours();
void bench_open();
void bench_raster();
void bench_pick();
void bench_projector();
void bench_prototypes();
void bench_recolour();
void bench_query();
void bench_spacetime();
/// How long `spacetime` takes as samples and epochs grow.
void bench_growth();
void bench_signals();
void bench_tsne();

}  // namespace epochscope::bench
