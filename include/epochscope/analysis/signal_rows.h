#pragma once

#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/training_dynamics.h>

#include <functional>
#include <string>
#include <string_view>

namespace epochscope {

/// Writes signals as a table whose cells tabs part, a line a sample, as TrustAI's
/// sample_stat_summary.py does: its columns under its names, among them `pred_label` (the classes
/// that were predicted, in Python's words: ['0', '1']) and `pred_dist` (how often each was: {'0':
/// 1, '1': 1}; of more than 100 classes those that were), then those of ours, among them `el2n` (at
/// each evaluation). Numbers are the shortest that are read as the same double, "nan" what is not
/// known. Tabs, line breaks and backslashes in ids are written \t, \n, \r and \\.
///
/// Hands the text to `take` in pieces, in order. The same for any number of threads (0: all there
/// are). O(samples x evaluations).
void write_signal_rows(const TrainingDynamics& dynamics, const SignalTable& table,
                       const std::function<void(std::string_view)>& take, int threads = 0);

/// A cell of such a table: an id, or a number.
std::string id_text(const std::string& id);
std::string number_text(double number);

}  // namespace epochscope
