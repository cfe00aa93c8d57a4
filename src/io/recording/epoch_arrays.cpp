#include "io/recording/epoch_arrays.h"

#include "io/files/paths.h"
#include "io/recording/chosen_epochs.h"
#include "io/recording/epoch_folder.h"
#include "io/recording/epoch_names.h"
#include "io/recording/flat_epochs.h"
#include "io/recording/run_files.h"
#include "io/recording/run_folder.h"

#include <epochscope/io/cut_off.h>
#include <epochscope/model/epoch_warnings.h>
#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

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

/// The files that hold all arrays of an epoch each: `epoch_1.npz`, or `epoch_1.csv`. One file alone
/// is only meant so if it says "epoch". Empty if the first one has no features.
EpochListing whole_epochs_in(const fs::path& folder) {
    for (const EpochEntries kind : {EpochEntries::npz_files, EpochEntries::tables}) {
        EpochListing listing = list_epochs(folder, kind);
        if (listing.entries.empty()) continue;
        const fs::path& first = listing.entries.front().path;
        const bool is_named = in_lower_case(first.stem().string()).find("ep") != std::string::npos;
        if (listing.entries.size() == 1 && !is_named) continue;
        try {
            if (files_in_epoch(first, 0).embeddings.empty()) continue;
        } catch (const Error&) {  // Opening says what is wrong.
        }
        return listing;
    }
    return {};
}

/// The folder of such files: the run itself, or that of its embeddings.
fs::path folder_of_whole_epochs(const fs::path& run, const Folders& folders) {
    if (is_folder(folders.embeddings) && !whole_epochs_in(folders.embeddings).entries.empty())
        return folders.embeddings;
    return whole_epochs_in(run).entries.empty() ? fs::path() : run;
}

/// Reads them. A last one that was cut off is left out.
std::map<std::int64_t, EpochFiles> whole_epochs_of(const fs::path& folder,
                                                   const std::string& chosen,
                                                   std::vector<std::string>& warnings) {
    const bool has_npz = !list_epochs(folder, EpochEntries::npz_files).entries.empty();
    std::vector<EpochEntry> found =
        epochs_in(folder, has_npz ? EpochEntries::npz_files : EpochEntries::tables, warnings);
    keep_chosen_epochs(found, chosen);
    std::map<std::int64_t, EpochFiles> epochs;
    EpochWarnings unread;
    for (const EpochEntry& entry : found) {
        try {
            EpochFiles files = files_in_epoch(entry.path, entry.number);
            for (const std::string& name : files.unread)
                unread.add(name + ": left out, since it is no array or column that is read",
                           entry.number);
            if (files.embeddings.empty())
                throw Error(entry.path.string(), "has no features, expected them, since ",
                            found.front().path.filename().string(), " has some");
            epochs.emplace(entry.number, std::move(files));
        } catch (const Error& error) {
            const auto* const cut_off = dynamic_cast<const FileCutOff*>(&error);
            // What is wrong with the first may be wrong with all.
            if (epochs.empty() && cut_off == nullptr) throw;
            if (epochs.empty() || &entry != &found.back() || cut_off == nullptr)
                refuse_epoch(error, entry.number, found.front().number, found.back().number,
                             chosen);
            warnings.push_back(words_on_cut_off(*cut_off, entry.number));
        }
    }
    const std::vector<std::string> sentences = unread.sentences();
    warnings.insert(warnings.end(), sentences.begin(), sentences.end());
    return epochs;
}

Fit fit_epoch_arrays(const fs::path& run) {
    constexpr double without_epochs = 0.4;
    constexpr double without_labels = 0.7;
    if (!is_folder(run)) return {};
    const Folders folders = folders_of(run);
    if (!folder_of_whole_epochs(run, folders).empty()) return {.share = 1};
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
    for (auto& [number, epoch] : epoch_arrays_of(run, options.epochs, files.warnings))
        if (!epoch.embeddings.empty()) files.epochs.push_back(std::move(epoch));
    // They are chosen before they are read.
    if (!folder_of_whole_epochs(run, folders).empty()) files.chosen = options.epochs;
    return read_run(std::move(files), options, job);
}

}  // namespace

const Format epoch_arrays_format{
    .name = "recording with a file for each epoch",
    .files = "dataset/representation/<k>.npy and dataset/label/labels.npy",
    .fit = fit_epoch_arrays,
    .open_recording = open_epoch_arrays,
};

std::map<std::int64_t, EpochFiles> epoch_arrays_of(const fs::path& run, const std::string& chosen,
                                                   std::vector<std::string>& warnings) {
    const Folders folders = folders_of(run);
    std::map<std::int64_t, EpochFiles> epochs;
    if (const fs::path folder = folder_of_whole_epochs(run, folders); !folder.empty())
        return whole_epochs_of(folder, chosen, warnings);
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
