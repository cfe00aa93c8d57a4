#pragma once

#include <epochscope/analysis/alerts.h>
#include <epochscope/analysis/align_curves.h>
#include <epochscope/analysis/class_pairs.h>
#include <epochscope/analysis/data_map.h>
#include <epochscope/analysis/faithfulness.h>
#include <epochscope/analysis/health.h>
#include <epochscope/analysis/label_proposal.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/training_curves.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// Why a part of a report is missing.
enum class Absence : std::uint8_t {
    /// The folder is no recording, and names none that is there.
    no_recording,
    /// It takes longer than one waits for unasked.
    takes_long,
    /// See Finding::fault.
    fault,
};

/// What was found, or why nothing was.
template <typename Value>
struct Finding {
    std::optional<Value> value = {};
    Absence absence = Absence::no_recording;
    /// The sentence of an Error.
    std::string fault = {};
};

/// The metrics of a picture, or of a control that it is held against.
struct RunScores {
    /// "picture", or a control: "features", "random_places", ...
    std::string name;
    /// In the order of Metric.
    std::array<MetricSummary, metric_count> figures;
};

/// How faithful the picture of a run is.
struct RunFaithfulness {
    std::size_t neighbours = 0;
    /// The picture, then its controls.
    std::vector<RunScores> scores;
};

/// What `health` says of a run.
struct RunHealth {
    std::vector<EpochHealth> epochs;
    std::vector<HealthAlert> alerts;
    /// Whether signals of features are those of some of the samples.
    bool is_sampled = false;
};

/// A sample whose label is doubtful.
struct Suspect {
    std::size_t sample = 0;
    double suspicion = 0;
    LabelProposal proposal;
};

/// What `datamap` says of a run.
struct RunSignals {
    /// The numbers of samples of each preset, in the order of MapPreset.
    std::array<std::size_t, map_preset_count> presets{};
    /// The most suspicious first.
    std::vector<Suspect> suspects;
    /// See TrainingDynamics::estimated.
    bool is_estimated = false;
};

/// Recorded curves, and the epoch of each of their points.
struct RunCurves {
    /// The file or folder that they were read from.
    std::string source;
    CurveRun run;
    AlignedCurves aligned;
};

/// What happened in a run: what verbs give of it, for one page.
struct RunReport {
    std::shared_ptr<const Dataset> dataset;
    /// What made the folder's places ("spacetime"); empty: unknown.
    std::string method;
    /// One an epoch; see curves.h.
    std::vector<std::optional<double>> accuracy;
    std::vector<RunCurves> curves;
    Finding<RunFaithfulness> faithfulness;
    Finding<RunHealth> health;
    Finding<RunSignals> dynamics;
    CountedPairs confused;
    CountedPairs flipped;
    /// Sentences about what is broken or doubtful.
    std::vector<std::string> warnings;
};

}  // namespace epochscope
