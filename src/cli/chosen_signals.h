#pragma once

#include <epochscope/analysis/training_signals.h>
#include <epochscope/io/recording.h>
#include <epochscope/opening/open_signals.h>
#include <epochscope/query/sample_columns.h>

#include <cstddef>
#include <memory>
#include <span>

namespace epochscope::cli {

/// The columns by which samples of training signals are chosen: those of the folder's metadata, or
/// else the ids; labels, predictions and the signals. An epoch is an evaluation, and has no places.
/// Refers to both, which must outlive it.
std::shared_ptr<const SampleColumns> columns_of(const SignalSource& source,
                                                const SignalTable& table);

/// The columns by which samples of a recording are chosen: the same. Predictions and signals come
/// from logits.
std::shared_ptr<const SampleColumns> columns_of(const std::shared_ptr<const RecordedRun>& run);

/// Leaves only these samples, increasing, with the signals that they have among all and what is
/// known of them. The pictures beside remain those of all samples.
void keep_only(SignalSource& source, SignalTable& table, std::span<const std::size_t> samples);

}  // namespace epochscope::cli
