#pragma once

#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>
#include <epochscope/model/job.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// The files of an epoch of a recording. Empty paths: there is no such file.
struct EpochFiles {
    std::int64_t number = 0;
    std::filesystem::path embeddings = {};
    std::filesystem::path logits = {};
    /// Probabilities of the classes; used if there are no logits.
    std::filesystem::path probabilities = {};
    std::filesystem::path head_weight = {};
    std::filesystem::path head_bias = {};
    /// A nonlinear head, TorchScript.
    std::filesystem::path head_module = {};
    std::filesystem::path losses = {};
    /// The labels and the ids of the samples in the order of this epoch.
    std::filesystem::path labels = {};
    std::filesystem::path ids = {};
    /// The names of further arrays, of which nothing is known.
    std::vector<std::string> unread = {};
};

/// The files of a recording of any layout.
struct RunFiles {
    std::filesystem::path run;
    /// The labels of all samples; empty: those of the epochs, if they have any.
    std::filesystem::path labels = {};
    /// The id of each label; empty: an id is the index of a label.
    std::filesystem::path ids = {};
    /// Names the classes; need not exist.
    std::filesystem::path info = {};
    /// At least one, sorted by number.
    std::vector<EpochFiles> epochs = {};
    /// The list that the epochs were chosen by; empty: they are all there are.
    std::string chosen = {};
    std::vector<std::string> warnings = {};
};

/// Opens a recording. Throws Error if a file is faulty, and Cancelled.
RecordedRun read_run(RunFiles files, const OpenOptions& options, const Job& job);

}  // namespace epochscope
