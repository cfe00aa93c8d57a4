// k-means at three levels on every epoch of the digits, against scikit-learn on the same rows.
#include "bench.h"
#include "digits.h"
#include "io/npy_file.h"
#include "peer.h"
#include "scrub/folder.h"

#include <epochscope/analysis/prototypes.h>
#include <epochscope/io/recording.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <numeric>
#include <sstream>
#include <string>
#include <vector>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;

void report_prototypes(const Recording& recording) {
    const auto rows = epochs_of(recording, recording.epoch_count());
    std::vector<std::size_t> epochs(recording.epoch_count());
    std::iota(epochs.begin(), epochs.end(), std::size_t{0});
    ClusterOptions options;
    options.threads = 2;
    std::vector<ClusterLevel> levels;
    const double seconds = seconds_of([&] { levels = cluster(recording, epochs, options); }, 3);
    nlohmann::ordered_json figures{{"rows", rows->count()},
                                   {"epochs", rows->epochs},
                                   {"levels", options.levels},
                                   {"seconds", seconds}};
    const Folder folder;
    const fs::path file = folder.path() / "rows.npy";
    std::ostringstream shape;
    shape << '(' << rows->epochs << ", " << rows->count() << ", " << digit_dimension << ')';
    tests::put_npy(file, "<f4", shape.str(), rows->values);
    std::ostringstream arguments;
    arguments << "'" << file.string() << "'";
    for (const std::size_t level : options.levels) arguments << ' ' << level;
    if (const auto peer = peer_result("kmeans_peer.py", arguments.str())) {
        figures["sklearn_seconds"] = (*peer)["seconds"];
        figures["times_faster"] = (*peer)["seconds"].get<double>() / seconds;
        // The greatest of all epochs, and the sum of all: how far above theirs our inertia is.
        for (std::size_t l = 0; l < levels.size(); ++l) {
            double ours = 0;
            double theirs = 0;
            double worst = -1;
            for (std::size_t e = 0; e < epochs.size(); ++e) {
                const double our = levels[l].epochs[e].inertia;
                const auto their = (*peer)["inertia"][l][e].get<double>();
                ours += our;
                theirs += their;
                worst = std::max(worst, our / their - 1);
            }
            figures["inertia_above_at_" + std::to_string(levels[l].count)] = {
                {"all_epochs", ours / theirs - 1}, {"worst_epoch", worst}};
        }
    }
    report("prototypes", figures);
}

}  // namespace

void bench_prototypes() {
    if (!is_recording(digits())) return;
    report_prototypes(open_recording(digits()).recording);
}

}  // namespace epochscope::bench
