#pragma once

#include "io/curves/record_layout.h"
#include "io/curves/series_set.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// The scalars of a chunk of a file of events.
struct EventChunk {
    SeriesSet set;
    /// Records that were left out.
    std::vector<RecordFault> faults;
    /// Records that were events.
    std::size_t events = 0;
};

/// Reads whole records, as lay_out_records has found them in `bytes`.
EventChunk read_events(std::span<const std::uint8_t> bytes, RecordLayout::Chunk chunk);

}  // namespace epochscope
