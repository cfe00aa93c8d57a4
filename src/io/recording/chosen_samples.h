#pragma once

#include <epochscope/io/recording.h>
#include <epochscope/model/job.h>

#include <string_view>

namespace epochscope {

/// A recording of some of its samples, which OpenOptions::samples says: their rows, what is known
/// of them, and their pictures. Their index in the whole recording becomes the column `id` where
/// the metadata has none. Copies the rows. Throws Error if the text is at fault or more than 4 GiB
/// would have to be copied; Cancelled.
RecordedRun with_samples(RecordedRun run, std::string_view samples, const Job& job = {});

}  // namespace epochscope
