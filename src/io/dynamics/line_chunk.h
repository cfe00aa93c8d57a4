#pragma once

#include "io/dynamics/signal_line.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The content of a chunk of complete lines.
struct LineChunk {
    std::vector<SignalLine> records;
    /// Unescaped texts that records view.
    std::deque<std::string> texts;
    /// The number of lines, including blank ones.
    std::size_t lines = 0;
    /// Lines that begin with an incomplete record and end with a complete one, which counts.
    std::vector<std::size_t> glued;
    struct Fault {
        std::size_t line = 0;
        std::size_t byte = 0;
        std::string what;
        /// Whether the line is only cut off.
        bool cut = false;
        /// Whether it is the last line.
        bool last = false;
    };
    /// The fault that ended reading; earlier records are valid.
    std::optional<Fault> fault;
};

/// Reads the records of a text; lines count from 0. `text` must outlive the result. Reuses the
/// memory of `used`.
LineChunk read_chunk(std::string_view text, const LineLayout& layout, LineChunk used = {});

}  // namespace epochscope
