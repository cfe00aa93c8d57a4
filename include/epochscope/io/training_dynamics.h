#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/training_dynamics.h>

#include <filesystem>

namespace epochscope {

/// Reads a file of TrustAI's training signals: a line for each sample and evaluation, evaluations
/// after one another, each line the record of a sample as Python prints dicts or as JSON. Of its
/// keys are read `id`, `label`, `probs` (or `label_probs` and one of `correct` and `pred_label`),
/// `correct`, `loss`, `noisy_label`; all others are passed over. The n-th line of an id is its n-th
/// evaluation, numbered from 0. `label_probs` and `correct` count where they are there, else
/// `probs`; predictions are always by `probs` where there are some.
///
/// Samples come in the order of their ids. What is odd and can be read is warned of: a last line
/// that was cut off, samples with different numbers of evaluations, what looks like a second run in
/// the same file, probabilities that do not add up. Throws Error with file and line for what cannot
/// be read, is missing or contradicts itself; Cancelled when stopped.
///
/// Holds the columns and a few megabytes a thread in memory, not the text. The same result for any
/// number of threads (0: all there are). O(bytes).
TrainingDynamics read_trustai_signals(const std::filesystem::path& file, const Job& job = {},
                                      unsigned threads = 0);

/// Whether a folder holds the training dynamics of Dataset Cartography:
/// `dynamics_epoch_<k>.jsonl`, in it or in `training_dynamics`.
bool is_cartography(const std::filesystem::path& folder);

/// Reads such a folder: lines `{"guid": ..., "logits_epoch_<k>": [C numbers], "gold": ...}`, a line
/// a sample; evaluations have the numbers of their epochs. A sample that is missing from an epoch
/// was not evaluated there; an epoch that is missing is left out; of a sample that occurs twice in
/// an epoch the first line counts: all with warnings. In all else as read_trustai_signals.
TrainingDynamics read_cartography(const std::filesystem::path& folder, const Job& job = {},
                                  unsigned threads = 0);

}  // namespace epochscope
