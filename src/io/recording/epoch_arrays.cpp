#include "io/recording/epoch_arrays.h"

#include "io/files/paths.h"
#include "io/recording/epoch_names.h"
#include "io/recording/flat_epochs.h"
#include "io/recording/run_files.h"
#include "io/recording/run_folder.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// The first that exists; else an empty path.
fs::path first_of(const fs::path& folder, std::initializer_list<const char*> names) {
    for (const char* name : names)
        if (path_exists(folder / name)) return folder / name;
    return {};
}

struct Folders {
    fs::path embeddings;
    fs::path logits;
    fs::path probabilities;
    fs::path labels;
};

Folders folders_of(const fs::path& run) {
    const fs::path base = is_folder(run / "dataset") ? run / "dataset" : run;
    return {first_of(base, {"representation", "representations", "embeddings", "features"}),
            first_of(base, {"prediction", "predictions", "logits", "outputs"}),
            first_of(base, {"probs", "probabilities", "pred_probs"}), find_labels(run)};
}

/// Files of one epoch are those of one model.
bool has_flat_epochs(const fs::path& run) {
    try {
        return flat_epochs_in(run).size() > 1;
    } catch (const Error&) {
        return true;  // Opening says what is wrong.
    }
}

Fit fit_epoch_arrays(const fs::path& run) {
    constexpr double without_epochs = 0.4;
    constexpr double without_labels = 0.7;
    if (!is_folder(run)) return {};
    const Folders folders = folders_of(run);
    if (!is_folder(folders.embeddings)) return has_flat_epochs(run) ? Fit{.share = 1} : Fit{};
    const std::string name = folders.embeddings.lexically_relative(run).string();
    if (list_epochs(folders.embeddings, EpochEntries::npy_files).entries.empty())
        return {folders.labels.empty() ? 0 : without_epochs,
                "has no file " + name + "/<k>.npy, named by the number of an epoch"};
    // Features without labels may be those of anything.
    if (folders.labels.empty() && !folders.embeddings.filename().string().starts_with("repr"))
        return {without_labels, "has no labels.npy beside " + name + "/<k>.npy"};
    return {.share = 1};
}

RecordedRun open_epoch_arrays(const fs::path& run, const OpenOptions& options, const Job& job) {
    const Folders folders = folders_of(run);
    RunFiles files{.run = run, .labels = folders.labels, .info = run / "dataset" / "info.json"};
    for (auto& [number, epoch] : epoch_arrays_of(run, files.warnings))
        if (!epoch.embeddings.empty()) files.epochs.push_back(std::move(epoch));
    return read_run(std::move(files), options, job);
}

}  // namespace

const Format epoch_arrays_format{
    .name = "recording with a file for each epoch",
    .files = "dataset/representation/<k>.npy and dataset/label/labels.npy",
    .fit = fit_epoch_arrays,
    .open_recording = open_epoch_arrays,
};

std::map<std::int64_t, EpochFiles> epoch_arrays_of(const fs::path& run,
                                                   std::vector<std::string>& warnings) {
    const Folders folders = folders_of(run);
    std::map<std::int64_t, EpochFiles> epochs;
    if (!is_folder(folders.embeddings)) epochs = flat_epochs_in(run);
    if (!epochs.empty()) return epochs;
    const auto add = [&](const fs::path& folder, fs::path EpochFiles::*kind) {
        if (!is_folder(folder)) return;
        for (EpochEntry& file : epochs_in(folder, EpochEntries::npy_files, warnings)) {
            EpochFiles& epoch = epochs[file.number];
            epoch.number = file.number;
            epoch.*kind = std::move(file.path);
        }
    };
    add(folders.embeddings, &EpochFiles::embeddings);
    add(folders.logits, &EpochFiles::logits);
    add(folders.probabilities, &EpochFiles::probabilities);
    return epochs;
}

}  // namespace epochscope
