#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/training_dynamics.h>

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// Training signals that were opened.
struct SignalSource {
    TrainingDynamics dynamics;
    /// The file's or folder's name.
    std::string name;
    /// Where it is, absolute.
    std::string path;
    /// "TrustAI", "Dataset Cartography", "recording", "Sequence-Scatter", ...
    std::string format;
    /// See Dataset: of samples in the order of their ids.
    std::vector<std::string> sidecar_files;
};

/// Opens whatever training signals can be had of: a file is TrustAI's, as is `output_data.json` in
/// a folder; a folder is one of Dataset Cartography's (is_cartography), one of predicted
/// probabilities (is_predicted_probabilities), a recording with logits, or a dataset folder with predictions and confidence, in this order. The same for any number of
/// threads (0: all there are). Throws Error where it is none of these or the data is at fault,
/// Cancelled when stopped.
SignalSource open_signals(const std::filesystem::path& path, const Job& job = {}, int threads = 0);

}  // namespace epochscope
