#pragma once

#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>
#include <epochscope/model/training_dynamics.h>

#include <filesystem>
#include <memory>
#include <optional>
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
    /// What is known of the samples beside labels; null if there is nothing.
    std::shared_ptr<const Metadata> metadata = {};
};

/// Opens whatever training signals can be had of: a file is TrustAI's, as is `output_data.json` in
/// a folder; a folder is one of Dataset Cartography's (is_cartography), one of predicted
/// probabilities (is_predicted_probabilities), a recording with logits, or a dataset folder (see
/// dynamics_for), in this order. The same for any number of threads (0: all there are). `epochs` of
/// a recording: see OpenOptions. Throws Error where it is none of these or the data is at fault,
/// Cancelled when stopped.
SignalSource open_signals(const std::filesystem::path& path, const Job& job = {}, int threads = 0,
                          const std::string& epochs = {});

/// The dynamics of a dataset's samples by the logits of its recording: its own folder, or else the
/// one that it was projected from. Nothing if there is none, or it has no logits. Throws Error if
/// it holds other samples or is faulty, Cancelled when stopped.
std::optional<TrainingDynamics> recorded_dynamics(const Dataset& dataset, const Job& job = {},
                                                  int threads = 0);

/// The same, or else by predictions and confidence. That a recording cannot be used is a warning of
/// the dynamics. Throws Error if predictions or confidence are missing or faulty, Cancelled.
TrainingDynamics dynamics_for(const Dataset& dataset, const Job& job = {}, int threads = 0);

/// The signals of a dataset's samples.
struct SampleSignals {
    SignalTable table;
    /// See TrainingDynamics.
    bool estimated = false;
    std::vector<std::string> warnings;
};

/// The signals of dynamics_for, of which nothing else is kept: without a recording, they take the
/// memory of the signals alone.
SampleSignals signals_for(const Dataset& dataset, const Job& job = {}, int threads = 0);

/// Whether dynamics of a series and a data map fit into the available memory.
bool has_room_for_dynamics(const EpochSeries& series);

}  // namespace epochscope
