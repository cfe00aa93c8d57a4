#pragma once

#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/training_dynamics.h>

#include <functional>
#include <string>
#include <string_view>

namespace epochscope {

/// Writes signals as a tab-separated table with one line a sample: all signals by their names, with
/// the columns of TrustAI's sample_stat_summary.py first, including `pred_label` (the predicted
/// classes as a Python list: ['0', '1']) and `pred_dist` (their counts: {'0': 1, '1': 1, '2': 0,
/// '3': 0, '4': 0}, of at least five classes as there; with more than 100 classes, only predicted
/// ones), and with `el2n` (of each evaluation). Numbers are the shortest that read back as the same
/// double; unknown values are "nan". Tabs, line breaks and backslashes in ids are written \t, \n,
/// \r and \\.
///
/// Passes the text to `take` in pieces, in order. The bytes do not depend on the number of threads
/// (0: all). O(samples x evaluations).
void write_signal_rows(const TrainingDynamics& dynamics, const SignalTable& table,
                       const std::function<void(std::string_view)>& take, int threads = 0);

/// A cell of such a table: an id or a number.
std::string id_text(const std::string& id);
std::string number_text(double number);

}  // namespace epochscope
