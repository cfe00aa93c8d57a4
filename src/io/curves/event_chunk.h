#pragma once

#include "io/curves/record_layout.h"
#include "io/curves/series_set.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// The scalars of a chunk of an event file.
struct EventChunk {
    SeriesSet set;
    /// Skipped records.
    std::vector<RecordFault> faults;
    /// The number of records that are events.
    std::size_t events = 0;
};

/// Reads the complete records that lay_out_records found in `bytes`.
EventChunk read_events(std::span<const std::uint8_t> bytes, RecordLayout::Chunk chunk);

}  // namespace epochscope
