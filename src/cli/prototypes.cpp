#include "cli/progress_bar.h"
#include "cli/prototype_options.h"
#include "cli/prototype_report.h"
#include "cli/values.h"
#include "cli/verb.h"
#include "cli/writing.h"

#include <epochscope/analysis/find_prototypes.h>
#include <epochscope/io/npy.h>
#include <epochscope/io/recording.h>
#include <epochscope/opening/open_folder.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

void warn(const Stage& stage, const std::string& warning) {
    stage.err << "epochscope: warning: " << printable(warning) << std::endl;
}

/// The recording by its two principal components, as `project` makes them.
Dataset projected(const RecordedRun& run, const PrototypeCall& call, const Job& job) {
    ProjectOptions options;
    options.threads = call.options.clusters.threads;
    Projection projection = project(run.recording, options, job);
    return dataset_of(run, projection, run.name);
}

Dataset pictured(const RecordedRun& run, const PrototypeCall& call, const Stage& stage) {
    ProgressBar bar(stage.err, stage.terminal, call.over.empty() ? "projecting" : "reading");
    const Job job{.progress = [&](double share) { bar.show(share); }, .stop = stage.stop};
    if (call.over.empty()) return projected(run, call, job);
    Dataset picture = open_folder(call.over, {}, job);
    const auto labels = picture.series.labels();
    if (!std::equal(labels.begin(), labels.end(), run.recording.labels().begin(),
                    run.recording.labels().end()))
        picture.warnings.push_back(
            "the folder's labels are not the recording's; are its samples in the same order?");
    return picture;
}

/// The rows of a file that are of the series' epochs.
std::vector<std::int32_t> recorded_ids(const std::string& file, const Recording& recording,
                                       const EpochSeries& series) {
    const NpyArray array = NpyArray::open(file);
    const std::vector<std::size_t> expected{recording.epoch_count(), recording.sample_count()};
    if (array.shape() != expected)
        throw Error(array.name(), "has ", array.shape().size(), " axes and ", array.size(),
                    " entries, expected [", expected[0], ", ", expected[1],
                    "]: epochs and samples of the recording");
    std::vector<std::int32_t> ids;
    std::vector<std::int32_t> row(expected[1]);
    for (std::size_t e = 0; e < expected[0]; ++e) {
        if (!series.find_epoch(recording.epoch(e).number)) continue;
        array.read(e * row.size(), row);
        ids.insert(ids.end(), row.begin(), row.end());
    }
    return ids;
}

PrototypesFound find(const PrototypeCall& call, const RecordedRun& run, const Dataset& picture,
                     const Stage& stage) {
    PrototypeOptions options = options_of(call);
    for (const std::string& file : call.assignments)
        options.recorded.push_back(recorded_ids(file, run.recording, picture.series));
    ProgressBar bar(stage.err, stage.terminal, "clustering");
    return find_prototypes(
        run.recording, {picture.series, picture.plane_map}, options,
        {.progress = [&](double share) { bar.show(share); }, .stop = stage.stop});
}

int prototypes(const PrototypeCall& call, const Stage& stage) {
    check(call);
    expect_new_folder(call.out);
    const RecordedRun run = open_recording(call.recording, {.heads = {.is_wanted = false}},
                                           {.progress = {}, .stop = stage.stop});
    Dataset dataset = pictured(run, call, stage);
    for (const std::string& warning : dataset.warnings) warn(stage, warning);
    // A folder of others may not say it.
    if (dataset.recording.empty()) dataset.recording = run.path;
    PrototypesFound found = find(call, run, dataset, stage);
    if (const auto what = run.recording.fault()) throw Error(*what);
    for (const std::string& warning : found.warnings) warn(stage, warning);
    dataset.prototypes = std::make_shared<const Prototypes>(found.prototypes);
    std::map<std::string, std::string> source{
        {"made_by", "epochscope prototypes"}, {"from", run.name}, {"over", dataset.name}};
    write(dataset, "npy", call.out, std::move(source), stage);
    if (call.json)
        stage.out << json_of(found, dataset.series) << '\n';
    else
        print_report(stage.out, found.prototypes);
    return 0;
}

}  // namespace

Action add_prototypes(CLI::App& program) {
    const auto call = std::make_shared<PrototypeCall>();
    CLI::App* verb =
        program.add_subcommand("prototypes", "Find prototypes, and say what batches make of them.");
    add_prototype_options(*verb, *call);
    return {.run = [call](const Stage& stage) { return prototypes(*call, stage); }};
}

}  // namespace epochscope::cli
