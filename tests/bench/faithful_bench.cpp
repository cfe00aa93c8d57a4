// How faithful the methods are on runs that none of them was tuned to: a line for each run and
// method, and for each weight of what `spacetime` trades. Minutes.
#include "bench.h"
#include "peer.h"
#include "scrub/folder.h"

#include <epochscope/io/recording.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/controls.h>
#include <epochscope/projection/methods.h>
#include <epochscope/projection/project.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;

constexpr std::array shown{Metric::nn_pv,          Metric::temp_l,      Metric::temp_g_tau,
                           Metric::step_agreement, Metric::boundary_pv, Metric::cross_nn,
                           Metric::travel};

/// What is projected by, and what it is called.
std::vector<std::pair<std::string, Method>> methods_tried() {
    std::vector<std::pair<std::string, Method>> tried{{"pca", PcaOptions{}},
                                                      {"tsne", TsneOptions{}},
                                                      {"timevis", TimevisOptions{}},
                                                      {"dvi", DviOptions{}},
                                                      {"spacetime", SpacetimeOptions{}}};
    for (const double lambda : {0.0, 1.0, 5.0})
        for (const double mu : {0.0, 0.3, 1.0}) {
            SpacetimeOptions options;
            options.path_weight = lambda;
            options.together = mu;
            tried.emplace_back("spacetime " + std::to_string(lambda).substr(0, 3) + " " +
                                   std::to_string(mu).substr(0, 3),
                               options);
        }
    return tried;
}

void report_scores(const std::string& run, const std::string& method, double seconds,
                   const Faithfulness& found) {
    nlohmann::ordered_json figures{{"run", run}, {"method", method}, {"seconds", seconds}};
    for (const Metric metric : shown)
        if (const auto mean = found[metric].mean) figures[std::string(name_of(metric))] = *mean;
    // Of the first epoch.
    if (const auto spread = found[Metric::spread].per_epoch.front()) figures["spread"] = *spread;
    report("faithful", figures);
}

void report_run(const std::string& name, const Recording& recording) {
    bool is_first = true;
    for (const auto& [method, options] : methods_tried()) {
        const auto start = std::chrono::steady_clock::now();
        std::optional<Projection> projected;
        try {
            projected = project(recording, {.method = options, .neighbours = 0});
        } catch (const Error& error) {
            report("faithful", {{"run", name}, {"method", method}, {"fault", error.what()}});
            continue;
        }
        const Projection& made = *projected;
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        const PictureReport found = measure_picture(recording, made.series, made.map, {}, is_first);
        for (const Control& control : found.controls)
            if (control.name != "pca") report_scores(name, control.name, 0, control.found);
        report_scores(name, method, took.count(), found.picture);
        is_first = false;
    }
}

}  // namespace

void bench_faithful() {
    const Folder folder;
    const auto runs = peer_result("faithful_runs.py", quoted(folder.path()));
    if (!runs) return;
    for (const auto& [name, shape] : runs->items())
        report_run(name, open_recording(folder.path() / name).recording);
}

}  // namespace epochscope::bench
