// How faithful a picture is, with all controls, against the plain numpy and scipy way.
#include "bench.h"
#include "peer.h"
#include "scrub/folder.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>
#include <epochscope/io/write_dataset.h>
#include <epochscope/projection/controls.h>
#include <epochscope/projection/pca.h>
#include <epochscope/projection/projected_series.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

/// By how much the two differ at most, over all metrics and epochs but boundary_pv and cross_nn,
/// of which either draws points or pairs for itself.
double difference(const Faithfulness& found, const nlohmann::json& peer) {
    double most = 0;
    for (std::size_t m = 0; m < metric_count; ++m) {
        const auto metric = static_cast<Metric>(m);
        if (metric == Metric::boundary_pv || metric == Metric::cross_nn) continue;
        const nlohmann::json& theirs = peer[std::string(name_of(metric))];
        const MetricSummary& ours = found.figures[m];
        if (ours.mean) most = std::max(most, std::abs(*ours.mean - theirs["mean"].get<double>()));
        for (std::size_t e = 0; e < ours.per_epoch.size(); ++e)
            if (ours.per_epoch[e])
                most = std::max(
                    most, std::abs(*ours.per_epoch[e] - theirs["per_epoch"][e].get<double>()));
    }
    return most;
}

}  // namespace

void bench_metrics() {
    const fs::path run =
        fs::path(EPOCHSCOPE_SOURCE_DIR) / "../shared/data/recordings/digits-classifier";
    if (!fs::exists(run)) return;
    const Recording recording = open_recording(run).recording;
    const std::vector<LinearMap> maps = pca(recording);
    const EpochSeries series = projected_series(recording, places_by(maps, recording));
    PictureReport report;
    const double seconds =
        seconds_of([&] { report = measure_picture(recording, series, plane_map_of(maps)); }, 3);
    ordered_json figures{{"samples", recording.sample_count()},
                         {"epochs", recording.epoch_count()},
                         {"dimension", recording.dimension()},
                         {"seconds", seconds}};
    const Folder folder;
    const fs::path made = folder.path() / "picture";
    write_dataset({.series = series,
                   .backgrounds = nullptr,
                   .name = {},
                   .path = {},
                   .format = {},
                   .warnings = {},
                   .sidecar_files = {},
                   .plane_map = plane_map_of(maps)},
                  DatasetFormat::npy, made, {});
    std::string paths;
    for (const fs::path& path : {run, made}) paths.append(" '").append(path.string()).append("'");
    // Some minutes.
    const auto peer = peer_result("metrics_peer.py", paths);
    if (peer) {
        const double theirs = (*peer)["seconds"].get<double>();
        figures["scipy_seconds"] = theirs;
        figures["times_faster_than_scipy"] = theirs / seconds;
        figures["greatest_difference"] = difference(report.picture, (*peer)["pictures"]["picture"]);
    }
    bench::report("metrics digits-classifier", figures);
}

}  // namespace epochscope::bench
