// Runs the benchmarks named on the command line, or all of them.
#include "bench.h"

#include <map>
#include <string>

int main(int argc, char** argv) {
    using namespace epochscope::bench;
    const std::map<std::string, void (*)()> benchmarks{{"array", bench_array},
                                                       {"curves", bench_curves},
                                                       {"faithful", bench_faithful},
                                                       {"growth", bench_growth},
                                                       {"health", bench_health},
                                                       {"influence", bench_influence},
                                                       {"info", bench_info},
                                                       {"landscape", bench_landscape},
                                                       {"metrics", bench_metrics},
                                                       {"neighbours", bench_neighbours},
                                                       {"tsne", bench_tsne},
                                                       {"open", bench_open},
                                                       {"raster", bench_raster},
                                                       {"spacetime", bench_spacetime},
                                                       {"pick", bench_pick},
                                                       {"projector", bench_projector},
                                                       {"prototypes", bench_prototypes},
                                                       {"recolour", bench_recolour},
                                                       {"query", bench_query},
                                                       {"signals", bench_signals}};
    for (int i = 1; i < argc; ++i) {
        if (!benchmarks.contains(argv[i])) {
            std::cerr << "no benchmark is called " << argv[i] << "; there are:";
            for (const auto& [name, run] : benchmarks) std::cerr << ' ' << name;
            std::cerr << '\n';
            return 2;
        }
    }
    for (const auto& [name, run] : benchmarks)
        if (argc == 1 || std::find(argv + 1, argv + argc, name) != argv + argc) run();
}
