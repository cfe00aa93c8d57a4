#pragma once

#include <epochscope/analysis/faithfulness.h>
#include <epochscope/analysis/find_prototypes.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <memory>
#include <string>
#include <vector>

namespace epochscope {

/// What was computed of a dataset and stored in its folder, as that folder opens now.
struct Findings {
    /// Null unless measured; see Dataset.
    std::shared_ptr<const Trust> trust = {};
    std::shared_ptr<const PreservedLevels> preserved = {};
    /// Null unless computed.
    std::shared_ptr<const Prototypes> prototypes = {};
    /// Sentences for the user.
    std::vector<std::string> warnings = {};
};

/// Sentences that say why a series may not be a picture of a recording: other labels, fewer epochs.
std::vector<std::string> doubts_about(const EpochSeries& series, const Recording& recording);

/// Measures how faithful a dataset is to its recording, without controls, and stores that in its
/// folder, as the verb `metrics --write` does. Throws Error if the recording is not there or does
/// not fit, or the folder cannot be written; Cancelled. Writes nothing then.
Findings measure_trust(const Dataset& dataset, const FaithfulnessOptions& options = {},
                       const Job& job = {});

/// Finds the prototypes of a dataset's recording, places them in its plane as the verb `prototypes`
/// does, and stores them in its folder, which has none yet. Levels and batch are limited to the
/// number of samples. Throws Error and Cancelled as measure_trust does.
Findings compute_prototypes(const Dataset& dataset, PrototypeOptions options, const Job& job = {});

}  // namespace epochscope
