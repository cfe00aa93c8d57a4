#pragma once

#include "io/recording/recording_memory.h"
#include "io/recording/run_arrays.h"
#include "io/recording/run_files.h"

#include <epochscope/model/recording.h>

#include <string>
#include <vector>

namespace epochscope {

/// Makes logits of epochs whose tables of logits hold, as files do, probabilities, or one column
/// for two classes. An epoch's file says what it holds by its name, an `info.json` says it by
/// `predictions`, or else it is found out, with a warning. Throws Error if a number is not a
/// probability where one is expected.
void make_logits(const RunFiles& files, RunArrays& arrays, std::vector<RecordedEpoch>& epochs,
                 RecordingMemory& memory, std::vector<std::string>& warnings);

}  // namespace epochscope
