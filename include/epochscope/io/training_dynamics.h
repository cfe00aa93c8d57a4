#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/training_dynamics.h>

#include <array>
#include <filesystem>
#include <string_view>

namespace epochscope {

/// Reads a file of TrustAI's training signals: one line for each sample and evaluation, as a Python
/// dict or JSON, or one JSON array of such records; evaluations follow one another. Its keys are
/// `id`, `label`, `probs` (or `label_probs` and one of `correct` and `pred_label`), `correct`,
/// `loss` and `noisy_label`; others are ignored. The n-th line of an id is its n-th evaluation,
/// numbered from 0. `label_probs` and `correct` take precedence over `probs`, except that `probs`
/// always determines the predicted class.
///
/// Samples are sorted by id. Warns of a last line that is cut off, samples with different numbers
/// of evaluations, a second run in the same file, and probabilities that do not sum to 1. Throws
/// Error with file and line if something is unreadable, missing or contradictory, and Cancelled.
///
/// Keeps the columns and a few megabytes a thread in memory, not the text. The result does not
/// depend on the number of threads (0: all). O(bytes).
TrainingDynamics read_trustai_signals(const std::filesystem::path& file, const Job& job = {},
                                      unsigned threads = 0);

/// Whether a folder has predicted probabilities and labels as cleanlab takes them: `pred_probs.npy`
/// [N, C], and `labels.npy` or `given_labels.npy` [N].
bool is_predicted_probabilities(const std::filesystem::path& folder);

/// Reads such a folder as one evaluation, of number 1. Throws Error if the arrays do not fit, and
/// Cancelled.
TrainingDynamics read_predicted_probabilities(const std::filesystem::path& folder,
                                              const Job& job = {});

/// What Dataset Cartography calls the coordinates that it computes: a picture, and no signals of
/// evaluations.
inline constexpr std::array<std::string_view, 2> data_map_names{"td_metrics.jsonl",
                                                                "data_map_coordinates.jsonl"};

/// Whether a folder has the training dynamics of Dataset Cartography: `dynamics_epoch_<k>.jsonl`,
/// in it or in its folder `training_dynamics`.
bool is_cartography(const std::filesystem::path& folder);

/// Reads such a folder: one line `{"guid": ..., "logits_epoch_<k>": [C numbers], "gold": ...}` a
/// sample. Evaluations have the numbers of their epochs. Warns of missing epochs, of samples that
/// are missing from an epoch (they were not evaluated), and of samples that occur twice (the first
/// line counts). Otherwise like read_trustai_signals.
TrainingDynamics read_cartography(const std::filesystem::path& folder, const Job& job = {},
                                  unsigned threads = 0);

}  // namespace epochscope
