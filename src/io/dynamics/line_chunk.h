#pragma once

#include "io/dynamics/signal_line.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// What a chunk of whole lines holds.
struct LineChunk {
    std::vector<SignalLine> records;
    /// What records view that the file has not got as it is.
    std::deque<std::string> texts;
    /// How many lines it has, blank ones too.
    std::size_t lines = 0;
    /// Lines that begin with a record which was cut off and end with a whole one, which counts.
    std::vector<std::size_t> glued;
    struct Fault {
        std::size_t line = 0;
        std::size_t byte = 0;
        std::string what;
        /// Whether all there is of the line is right, and only its end is missing.
        bool cut = false;
        /// Whether no other line follows.
        bool last = false;
    };
    /// What ended the reading; records before it are there.
    std::optional<Fault> fault;
};

/// Reads the records of some text; lines are counted from 0. `text` must outlive what is returned.
/// The memory of `used`, of which nothing else is kept, is used again.
LineChunk read_chunk(std::string_view text, const LineLayout& layout, LineChunk used = {});

}  // namespace epochscope
