#pragma once

#include "io/dynamics/line_chunk.h"

#include <epochscope/model/job.h>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>

namespace epochscope {

/// Where a chunk lies.
struct ChunkPosition {
    /// Which of the files.
    std::size_t file = 0;
    /// The number of its first line, counted from 1.
    std::size_t first_line = 1;
    /// Whether nothing of the file comes after it.
    bool last = true;
};

using TakeChunk = std::function<void(const LineChunk& chunk, const ChunkPosition& place)>;

/// A file, and what its lines have in them.
struct LineSource {
    std::filesystem::path path;
    std::shared_ptr<const LineLayout> layout;
};

/// How files are cut.
struct LineSlicing {
    /// How many threads read; 0: all there are.
    unsigned threads = 0;
    /// Stretches are about so long, in bytes.
    std::size_t min = std::size_t{1} << 16U;
    std::size_t max = std::size_t{1} << 18U;
};

/// Reads files one after another in chunks, several at a time, and hands them over in order, one
/// at a time; of each file there is one at least. Holds a few chunks a thread in memory, not the
/// files. Ends after a chunk with a fault that is not the last of a file. Throws what `take`
/// throws, Error where a file cannot be read, Cancelled.
void read_lines(std::span<const LineSource> sources, const TakeChunk& take,
                const LineSlicing& slicing, const Job& job);

}  // namespace epochscope
