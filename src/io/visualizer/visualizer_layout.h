#pragma once

#include "io/visualizer/visualizer_epoch.h"

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// A projection of a run of time-travelling-visualizer: `visualize/<name>`, with `epochs/epoch_<k>/
/// projection.npy`, or `projection/<k>.npy` as versions before April 2025 wrote.
struct VisualizerPlace {
    std::filesystem::path run;
    std::filesystem::path projection;

    [[nodiscard]] std::string name() const { return projection.filename().string(); }
    /// Whether it has a file an epoch instead of a folder. Then index.json does not order its rows,
    /// and each background covers a box of its own.
    [[nodiscard]] bool has_files() const;
    /// `dataset/labels.npy` or `dataset/label/labels.npy`; empty if there is neither.
    [[nodiscard]] std::filesystem::path labels() const;
};

/// Whether a folder is `visualize/<name>` of either layout.
bool is_visualizer_projection(const std::filesystem::path& folder);

/// The sorted names of the projections of a run.
std::vector<std::string> visualizer_projections(const std::filesystem::path& run);

/// Whether an epoch of a projection has places.
bool has_visualizer_epochs(const VisualizerPlace& place);

/// The epochs of a projection that have places, at least one, sorted by number. Warns of those that
/// are left out. Throws Error if there is none, or two have the same number.
std::vector<VisualizerEpoch> visualizer_epochs(const VisualizerPlace& place,
                                               std::vector<std::string>& warnings);

}  // namespace epochscope
