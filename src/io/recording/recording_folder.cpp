#include "io/recording/recording_folder.h"

#include "io/files/paths.h"
#include "io/recording/epoch_folder.h"
#include "io/recording/epoch_names.h"
#include "io/recording/run_files.h"
#include "io/recording/run_folder.h"

#include <epochscope/model/epoch_warnings.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// The file of the labels' ids; empty if there is none.
fs::path ids_beside(const fs::path& labels) {
    if (labels.empty() || !path_exists(labels.parent_path() / "ids.npy")) return {};
    return labels.parent_path() / "ids.npy";
}

bool has_embeddings(const std::vector<EpochEntry>& epochs) {
    return std::ranges::any_of(epochs, [](const EpochEntry& epoch) {
        return !files_in_epoch(epoch.path, epoch.number).embeddings.empty();
    });
}

/// The folder of the folders of epochs: `epochs`, or the run itself, or beside labels a folder of
/// another usual name. Others are not looked into: they may hold a million pictures.
fs::path epochs_of(const fs::path& run) {
    if (is_folder(run / "epochs")) return run / "epochs";
    if (find_labels(run).empty() || has_embeddings(list_epochs(run).entries)) return run;
    for (const char* name : {"Epochs", "checkpoints", "embeddings", "features", "representations"})
        if (has_embeddings(list_epochs(run / name).entries)) return run / name;
    return run;
}

std::string name_in(const fs::path& run, const fs::path& path) {
    return path.lexically_relative(run).string();
}

/// The answer if no folder of an epoch holds embeddings.
Fit fit_without_embeddings(const fs::path& run, const std::vector<EpochEntry>& epochs) {
    constexpr double with_labels = 0.3;
    constexpr double with_epochs = 0.2;
    constexpr double with_embeddings = 0.6;
    const bool has_labels = !find_labels(run).empty();
    const bool has_folder = is_folder(run / "epochs");
    if (!epochs.empty() && (has_labels || has_folder)) {
        const fs::path& first = epochs.front().path;
        return {with_epochs + (has_labels ? with_labels : 0),
                "has no embeddings.npy in " + name_in(run, first) + ", which holds " +
                    names_held(first)};
    }
    if (has_folder)
        for (const fs::path& folder : folders_in(run / "epochs"))
            if (!files_in_epoch(folder, 0).embeddings.empty())
                return {with_embeddings, "has no epoch number in the name of " +
                                             name_in(run, folder) +
                                             ", which holds embeddings; call it epoch_<number>"};
    if (!has_labels && !has_folder) return {};
    return {has_labels ? with_labels : with_epochs, "has no epochs/epoch_<k>/embeddings.npy"};
}

Fit fit_recording_folder(const fs::path& run) {
    constexpr double part_of_one = 0.8;
    if (!is_folder(run)) return {};
    // The folder of a recording's epochs is no recording of its own.
    if (run.filename() == "epochs")
        return {part_of_one, "is the folder of the epochs of a recording"};
    const std::vector<EpochEntry> epochs = list_epochs(epochs_of(run)).entries;
    return has_embeddings(epochs) ? Fit{.share = 1} : fit_without_embeddings(run, epochs);
}

RecordedRun open_recording_folder(const fs::path& run, const OpenOptions& options, const Job& job) {
    const fs::path labels = find_labels(run);
    RunFiles files{.run = run,
                   .labels = labels,
                   .ids = ids_beside(labels),
                   .info = run / "dataset" / "info.json"};
    EpochWarnings unread;
    for (const EpochEntry& epoch :
         epochs_in(epochs_of(run), EpochEntries::folders, files.warnings)) {
        EpochFiles found = files_in_epoch(epoch.path, epoch.number);
        const std::vector<std::string> unread_names = std::exchange(found.unread, {});
        if (found.embeddings.empty())
            files.warnings.push_back(epoch.path.filename().string() +
                                     ": has no embeddings.npy; it is left out");
        else
            files.epochs.push_back(std::move(found));
        for (const std::string& name : unread_names)
            unread.add(name + ": left out, since its name is of no array that is read",
                       epoch.number);
    }
    const std::vector<std::string> sentences = unread.sentences();
    files.warnings.insert(files.warnings.end(), sentences.begin(), sentences.end());
    return read_run(std::move(files), options, job);
}

}  // namespace

const Format recording_format{
    .name = "recording",
    .files = "epochs/epoch_<k>/embeddings.npy and dataset/labels.npy",
    .fit = fit_recording_folder,
    .open_recording = open_recording_folder,
};

}  // namespace epochscope
