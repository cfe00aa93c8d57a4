#include "io/visualizer/visualizer_layout.h"

#include "io/files/paths.h"
#include "io/recording/epoch_arrays.h"
#include "io/recording/epoch_folder.h"
#include "io/recording/epoch_names.h"
#include "io/recording/run_folder.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

fs::path if_exists(fs::path file) { return path_exists(file) ? std::move(file) : fs::path(); }

/// The folders of a run's epochs, whatever their names are.
class RecordedEpochs {
  public:
    explicit RecordedEpochs(const fs::path& run) : folder_(run / "epochs") {
        for (EpochEntry& epoch : list_epochs(folder_).entries)
            folders_.emplace(epoch.number, std::move(epoch.path));
    }
    [[nodiscard]] fs::path of(std::int64_t number) const {
        const auto found = folders_.find(number);
        return found == folders_.end() ? folder_ / ("epoch_" + std::to_string(number))
                                       : found->second;
    }

  private:
    fs::path folder_;
    std::map<std::int64_t, fs::path> folders_;
};

fs::path outputs_in(const EpochFiles& files) {
    return files.logits.empty() ? files.probabilities : files.logits;
}

std::vector<VisualizerEpoch> epochs_in_folders(const VisualizerPlace& place,
                                               std::vector<std::string>& warnings) {
    std::vector<VisualizerEpoch> epochs;
    const RecordedEpochs recorded(place.run);
    for (const auto& [number, folder] :
         epochs_in(place.projection / "epochs", EpochEntries::folders, warnings)) {
        if (!path_exists(folder / "projection.npy")) {
            warnings.push_back(folder.filename().string() +
                               ": has no projection.npy; it is left out");
            continue;
        }
        epochs.push_back({.number = number,
                          .projection = folder / "projection.npy",
                          .recorded = recorded.of(number),
                          .outputs = outputs_in(files_in_epoch(recorded.of(number), number)),
                          .picture = if_exists(folder / "background.png")});
    }
    return epochs;
}

std::vector<VisualizerEpoch> epochs_in_files(const VisualizerPlace& place,
                                             std::vector<std::string>& warnings) {
    std::vector<VisualizerEpoch> epochs;
    const RecordedEpochs recorded(place.run);
    const std::map<std::int64_t, EpochFiles> arrays = epoch_arrays_of(place.run, {}, warnings);
    for (auto& [number, file] :
         epochs_in(place.projection / "projection", EpochEntries::npy_files, warnings)) {
        const std::string name = file.stem().string();
        fs::path outputs = outputs_in(files_in_epoch(recorded.of(number), number));
        if (const auto found = arrays.find(number); outputs.empty() && found != arrays.end())
            outputs = outputs_in(found->second);
        epochs.push_back({.number = number,
                          .projection = file,
                          .recorded = recorded.of(number),
                          .outputs = std::move(outputs),
                          .picture = if_exists(place.projection / "bgimg" / (name + ".png")),
                          .scale = if_exists(place.projection / "scale" / file.filename())});
    }
    return epochs;
}

}  // namespace

bool VisualizerPlace::has_files() const { return !is_folder(projection / "epochs"); }

fs::path VisualizerPlace::labels() const { return find_labels(run); }

bool is_visualizer_projection(const fs::path& folder) {
    return folder.parent_path().filename() == "visualize" &&
           (is_folder(folder / "epochs") || is_folder(folder / "projection"));
}

std::vector<std::string> visualizer_projections(const fs::path& run) {
    std::vector<std::string> names;
    for (const fs::path& projection : folders_in(run / "visualize"))
        if (is_visualizer_projection(projection)) names.push_back(projection.filename().string());
    return names;
}

bool has_visualizer_epochs(const VisualizerPlace& place) {
    if (place.has_files())
        return !list_epochs(place.projection / "projection", EpochEntries::npy_files)
                    .entries.empty();
    const std::vector<EpochEntry> epochs = list_epochs(place.projection / "epochs").entries;
    return std::ranges::any_of(
        epochs, [](const EpochEntry& epoch) { return path_exists(epoch.path / "projection.npy"); });
}

std::vector<VisualizerEpoch> visualizer_epochs(const VisualizerPlace& place,
                                               std::vector<std::string>& warnings) {
    std::vector<VisualizerEpoch> epochs =
        place.has_files() ? epochs_in_files(place, warnings) : epochs_in_folders(place, warnings);
    if (epochs.empty())
        throw Error(place.projection.string(), "has no epochs/epoch_<k>/projection.npy");
    return epochs;
}

}  // namespace epochscope
