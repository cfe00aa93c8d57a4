#include "io/recording/model_folder.h"

#include "io/files/paths.h"
#include "io/recording/epoch_names.h"
#include "io/recording/run_files.h"

#include <epochscope/model/epoch_warnings.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr const char* labels_of_torch = "Training_data/training_dataset_label.pth";

/// The file of labels; empty if there is none.
fs::path training_labels(const fs::path& run) {
    for (const char* name : {"Training_data/training_dataset_label.npy", "Training_data/labels.npy",
                             "dataset/labels.npy", "labels.npy"})
        if (path_exists(run / name)) return run / name;
    return {};
}

Fit fit_model_folder(const fs::path& run) {
    constexpr double without_data = 0.4;
    if (!is_folder(run / "Model")) return {};
    const std::vector<EpochEntry> epochs = list_epochs(run / "Model").entries;
    if (epochs.empty()) return {};
    const bool has_data = std::ranges::any_of(
        epochs, [](const EpochEntry& epoch) { return path_exists(epoch.path / "train_data.npy"); });
    if (!has_data) return {without_data, "has no Model/Epoch_<k>/train_data.npy"};
    return {.share = 1};
}

RecordedRun open_model_folder(const fs::path& run, const OpenOptions& options, const Job& job) {
    RunFiles files{
        .run = run, .labels = training_labels(run), .info = run / "dataset" / "info.json"};
    if (files.labels.empty() && path_exists(run / labels_of_torch))
        files.warnings.push_back(
            std::string(labels_of_torch) +
            ": is a file of PyTorch, which is not read; save the labels as "
            "Training_data/labels.npy: numpy.save(\"Training_data/labels.npy\", torch.load(\"" +
            labels_of_torch + "\").numpy())");
    EpochWarnings left_out;
    for (const EpochEntry& epoch :
         epochs_in(run / "Model", EpochEntries::folders, files.warnings)) {
        const fs::path data = epoch.path / "train_data.npy";
        if (!path_exists(data)) {
            left_out.add("Model: an epoch without train_data.npy is left out", epoch.number);
            continue;
        }
        files.epochs.push_back({.number = epoch.number, .embeddings = data});
        if (path_exists(epoch.path / "test_data.npy"))
            left_out.add("test_data.npy: left out, only the training samples are shown",
                         epoch.number);
    }
    const std::vector<std::string> sentences = left_out.sentences();
    files.warnings.insert(files.warnings.end(), sentences.begin(), sentences.end());
    return read_run(std::move(files), options, job);
}

}  // namespace

const Format model_folder_format{
    .name = "DVI and TimeVis",
    .files = "Model/Epoch_<k>/train_data.npy and Training_data/labels.npy",
    .fit = fit_model_folder,
    .open_recording = open_model_folder,
};

}  // namespace epochscope
