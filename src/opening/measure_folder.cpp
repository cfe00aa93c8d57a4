#include <epochscope/io/prototypes.h>
#include <epochscope/io/recording.h>
#include <epochscope/io/trust.h>
#include <epochscope/model/error.h>
#include <epochscope/opening/measure_folder.h>
#include <epochscope/projection/controls.h>

#include <algorithm>
#include <string>
#include <utility>

namespace epochscope {

namespace {

constexpr double opened = 0.02;
constexpr double computed = 0.97;

RecordedRun open_its_recording(const Dataset& dataset, bool with_heads, const Job& job) {
    if (dataset.projection_folder.empty())
        throw Error(dataset.path, "is a recording, expected a folder with places to write beside");
    if (dataset.recording.empty())
        throw Error(dataset.path, "does not say which recording it was made from");
    OpenOptions options = recording_options(dataset);
    options.heads.is_wanted = with_heads;
    return open_recording(dataset.recording, options, job);
}

void expect_whole(const Dataset& dataset, const RecordedRun& run) {
    if (const auto what = dataset.series.fault()) throw Error(*what);
    if (const auto what = run.recording.fault()) throw Error(*what);
}

void append(std::vector<std::string>& sentences, const std::vector<std::string>& more) {
    sentences.insert(sentences.end(), more.begin(), more.end());
}

void limit(PrototypeOptions& options, std::size_t samples) {
    std::vector<std::size_t>& levels = options.clusters.levels;
    for (std::size_t& level : levels) level = std::min(level, samples);
    std::ranges::sort(levels);
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    options.batch.batch = std::min(options.batch.batch, samples);
}

}  // namespace

std::vector<std::string> doubts_about(const EpochSeries& series, const Recording& recording) {
    std::vector<std::string> doubts;
    if (!std::ranges::equal(recording.labels(), series.labels()))
        doubts.emplace_back(
            "the folder's labels are not the recording's; are its samples in the same order?");
    if (series.epoch_count() < recording.epoch_count())
        doubts.push_back("the folder has " + std::to_string(series.epoch_count()) +
                         " of the recording's " + std::to_string(recording.epoch_count()) +
                         " epochs; what is of paths is measured on these alone");
    return doubts;
}

Findings measure_trust(const Dataset& dataset, const FaithfulnessOptions& options, const Job& job) {
    const RecordedRun run = open_its_recording(dataset, true, job.part(0, opened));
    const PictureReport report = measure_picture(run.recording, dataset.series, dataset.plane_map,
                                                 options, false, job.part(opened, computed));
    expect_whole(dataset, run);
    write_trust(trust_of(report), report.epochs, dataset.series.sample_count(),
                dataset.projection_folder);
    Findings findings;
    append(findings.warnings, doubts_about(dataset.series, run.recording));
    append(findings.warnings, report.warnings);
    findings.trust = read_trust(dataset.projection_folder, dataset.series, findings.warnings,
                                job.part(computed, 1));
    if (findings.trust && findings.trust->has_preserved())
        findings.preserved = std::make_shared<const PreservedLevels>(findings.trust);
    return findings;
}

Findings compute_prototypes(const Dataset& dataset, PrototypeOptions options, const Job& job) {
    const RecordedRun run = open_its_recording(dataset, false, job.part(0, opened));
    limit(options, dataset.series.sample_count());
    const PrototypesFound found = find_prototypes(
        run.recording, {dataset.series, dataset.plane_map}, options, job.part(opened, computed));
    expect_whole(dataset, run);
    write_prototypes(found.prototypes, dataset.series, dataset.projection_folder);
    Findings findings{.warnings = found.warnings};
    findings.prototypes = read_prototypes(dataset.projection_folder, dataset.series,
                                          findings.warnings, job.part(computed, 1));
    return findings;
}

}  // namespace epochscope
