// The layout of all epochs at once: how faithful it is, how long it takes, and how that grows.
#include "bench.h"
#include "digits.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/io/recording.h>
#include <epochscope/projection/controls.h>
#include <epochscope/projection/projected_series.h>
#include <epochscope/projection/spacetime.h>

#include <string>

namespace epochscope::bench {

namespace {

struct Run {
    SpacetimeResult result;
    double seconds = 0;
};

Run run_of(const Recording& recording, const SpacetimeOptions& options = {}) {
    Run run;
    const auto start = std::chrono::steady_clock::now();
    run.result = spacetime(recording, options);
    run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return run;
}

void report_faithfulness(const Recording& recording, const SpacetimeOptions& options) {
    const Run run = run_of(recording, options);
    nlohmann::ordered_json figures{{"path_weight", options.path_weight},
                                   {"seed", options.seed},
                                   {"seconds", run.seconds},
                                   {"divergence", run.result.divergence},
                                   {"stress", run.result.stress}};
    const EpochSeries series = projected_series(recording, run.result.places);
    const PictureReport report_of =
        measure_picture(recording, series, plane_map_of(run.result.maps), {}, false);
    for (std::size_t m = 0; m < metric_count; ++m)
        if (const auto mean = report_of.picture.figures[m].mean)
            figures[std::string(name_of(static_cast<Metric>(m)))] = *mean;
    report("spacetime", figures);
}

/// Beside the first, in the same run.
void report_growth(std::size_t samples, std::size_t epochs, double& first) {
    const Run run = run_of(recording_of(learnt_digits(samples, epochs)));
    if (first == 0) first = run.seconds;
    report("spacetime_growth", {{"samples", samples},
                                {"epochs", epochs},
                                {"landmarks", run.result.landmarks},
                                {"seconds", run.seconds},
                                {"times_as_long", run.seconds / first}});
}

}  // namespace

void bench_spacetime() {
    if (!is_recording(digits())) return;
    const Recording recording = open_recording(digits()).recording;
    for (const std::uint64_t seed : {0U, 1U, 2U}) {
        SpacetimeOptions options;
        options.seed = seed;
        report_faithfulness(recording, options);
    }
    for (const double lambda : {0.0, 1.0, 2.0, 8.0, 12.0}) {
        SpacetimeOptions options;
        options.path_weight = lambda;
        report_faithfulness(recording, options);
    }
}

void bench_growth() {
    double first = 0;
    report_growth(1797, 20, first);
    report_growth(3594, 20, first);
    report_growth(1797, 40, first);
    report_growth(50'000, 20, first);
}

}  // namespace epochscope::bench
