// Nearest neighbours in feature space and t-SNE, against scikit-learn on the same rows.
#include "bench.h"
#include "digits.h"
#include "io/npy_file.h"
#include "peer.h"
#include "scrub/folder.h"

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/io/recording.h>
#include <epochscope/projection/tsne.h>

#include <filesystem>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;

std::string shape_of(std::size_t epochs, std::size_t count, std::size_t columns) {
    std::ostringstream text;
    text << '(' << epochs << ", " << count << ", " << columns << ')';
    return text.str();
}

fs::path put_rows(const fs::path& folder, const Rows& rows) {
    const fs::path file = folder / "rows.npy";
    tests::put_npy(file, "<f4", shape_of(rows.epochs, rows.count(), digit_dimension), rows.values);
    return file;
}

fs::path put_places(const fs::path& folder, const TsneResult& result) {
    std::vector<float> values;
    for (const auto& places : result.places)
        for (const Point p : places) values.insert(values.end(), {p.x, p.y});
    const fs::path file = folder / "places.npy";
    tests::put_npy(file, "<f4", shape_of(result.places.size(), result.places[0].size(), 2), values);
    return file;
}

void report_neighbours(const Rows& rows) {
    constexpr std::size_t wanted = 15;
    const auto count = static_cast<double>(rows.count());
    const double seconds = seconds_of(
        [&] { (void)nearest_others(rows.epoch(0), {.count = wanted, .threads = 2}); }, 3);
    nlohmann::ordered_json figures{
        {"rows", rows.count()},
        {"seconds", seconds},
        {"gflops", 2 * count * count * double{digit_dimension} / seconds / 1e9}};
    const Folder folder;
    const std::string file = put_rows(folder.path(), rows).string();
    if (const auto peer =
            peer_result("sklearn_peer.py", "neighbours '" + file + "' " + std::to_string(wanted))) {
        figures["numpy_gemm_gflops"] = (*peer)["gemm_gflops"];
        figures["sklearn_seconds"] = (*peer)["seconds"];
        figures["times_faster"] = (*peer)["seconds"].get<double>() / seconds;
    }
    report("neighbours", figures);
}

void report_tsne(const std::string& name, const std::shared_ptr<Rows>& rows) {
    const Recording recording = recording_of(rows);
    TsneOptions options;
    options.threads = 2;
    TsneResult result;
    const double seconds = seconds_of([&] { result = tsne(recording, options); }, 1);
    nlohmann::ordered_json figures{
        {"rows", rows->count()}, {"epochs", rows->epochs}, {"seconds", seconds}};
    const Folder folder;
    std::ostringstream files;
    files << " '" << put_rows(folder.path(), *rows).string() << "' '"
          << put_places(folder.path(), result).string() << "'";
    if (const auto peer = peer_result("sklearn_peer.py", "tsne" + files.str())) {
        figures["sklearn_seconds"] = (*peer)["seconds"];
        figures["times_faster"] = (*peer)["seconds"].get<double>() / seconds;
        figures["ours"] = (*peer)["ours"];
        figures["sklearn"] = (*peer)["theirs"];
    }
    report(name, figures);
}

}  // namespace

void bench_neighbours() {
    if (!is_recording(digits())) return;
    report_neighbours(*rows_of(many_digits(20'000), 1));
}

void bench_tsne() {
    if (!is_recording(digits())) return;
    const Recording recording = open_recording(digits()).recording;
    report_tsne("tsne", epochs_of(recording, 1));
    report_tsne("tsne_large", rows_of(many_digits(20'000), 1));
    report_tsne("tsne_epochs", epochs_of(recording, recording.epoch_count()));
}

}  // namespace epochscope::bench
