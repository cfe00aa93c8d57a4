#pragma once

#include "io/dynamics/signal_line.h"

#include <epochscope/model/job.h>

#include <cstddef>
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// What a stretch of whole lines holds.
struct LineStretch {
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
LineStretch read_stretch(std::string_view text, const LineLayout& layout);

/// Takes a stretch; the number of its first line, counted from 1.
using TakeStretch = std::function<void(const LineStretch& stretch, std::size_t first_line)>;

/// How a file is cut.
struct LineSlicing {
    /// How many threads read; 0: all there are.
    unsigned threads = 0;
    /// Stretches are about so long, in bytes.
    std::size_t least = std::size_t{1} << 16U;
    std::size_t most = std::size_t{1} << 18U;
};

/// Reads a file in stretches, several at a time, and hands them over in order, one at a time. Holds
/// a few stretches a thread in memory, not the file. Ends after a stretch with a fault. Throws what
/// `take` throws, Error where the file cannot be read, Cancelled.
void read_lines(const std::filesystem::path& file, const LineLayout& layout,
                const TakeStretch& take, const LineSlicing& slicing, const Job& job);

}  // namespace epochscope
