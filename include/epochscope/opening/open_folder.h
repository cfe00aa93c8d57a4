#pragma once

#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>
#include <epochscope/projection/project.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// The name under which a recording's two principal components are chosen, which are worked out
/// when it is opened.
inline constexpr const char* pca_view = "pca";

/// What a folder can be looked at by: see OpenOptions::projection.
struct ViewChoices {
    /// The projections of a time-travelling-visualizer run, in order.
    std::vector<std::string> projections;
    /// Whether `pca_view` can be chosen: the folder is a recording, and none of them is called so.
    bool offers_pca = false;

    /// Whether one has to be chosen.
    [[nodiscard]] bool needed() const { return projections.size() > 1; }
    /// All that can be chosen.
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> all = projections;
        if (offers_pca) all.emplace_back(pca_view);
        return all;
    }
};

/// What there is to choose from; nothing for other folders.
ViewChoices choices_of(const std::filesystem::path& folder);

/// Opens whatever can be looked at: a dataset folder as open_dataset does, or a recording
/// (is_recording) by its two principal components, where there are no places in the plane or that
/// is chosen. Throws Error where the data is at fault, a choice is missing or can have no effect,
/// Cancelled when stopped.
Dataset open_folder(const std::filesystem::path& folder, const OpenOptions& options = {},
                    const Job& job = {});

/// Says that the recording that a dataset names is not there; nothing if it is there, or none is
/// named. Datasets of open_folder have it among their warnings.
std::optional<std::string> missing_recording(const Dataset& dataset);

/// The folder of a dataset's recording: its own, or else the one that it names; empty if that is
/// not there.
std::string recording_behind(const Dataset& dataset);

/// The options for opening a path as a recording: a projection that is none of its own, such as
/// `pca_view`, is no choice.
OpenOptions options_for_recording(const std::filesystem::path& path, OpenOptions options);

/// Throws Error if epochs are chosen of what is not opened as a recording.
void expect_no_chosen_epochs(const std::filesystem::path& path, const std::string& epochs);

/// Whether a path is a file of the features of one model: it has no places, and its projection is
/// what one wants to see.
bool is_one_model(const std::filesystem::path& path);

/// The landscape of a dataset by its map and predictions; null if it has neither logits nor
/// predictions, or has predictions alone and names for its axes: in such a plane neighbours are not
/// alike to the model. Datasets of open_folder and dataset_of have theirs.
std::shared_ptr<const Landscape> landscape_of(const Dataset& dataset);

/// A recording that was projected as a dataset, which is called `name`, with the pictures and
/// sidecar files of the recording, and the warnings of both. `projection` gives its series away.
Dataset dataset_of(const RecordedRun& run, Projection& projection, std::string name);

/// How many multiplications with_neighbours takes: what decides whether it is done unasked.
double neighbour_cost(const EpochSeries& series, const Recording& recording);

/// The series of a recording with lists of `options.count` neighbours in feature space, of the same
/// class and of other classes, at the epochs that have none. Shares the memory of what it is
/// handed: places, labels. Throws Error where the two do not fit, Cancelled when stopped.
EpochSeries with_neighbours(const EpochSeries& series, const Recording& recording,
                            const NearestOptions& options, const Job& job = {});

}  // namespace epochscope
