#pragma once

#include "io/dynamics/line_chunk.h"

#include <epochscope/model/job.h>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>

namespace epochscope {

/// The position of a chunk.
struct ChunkPosition {
    /// The index of its file.
    std::size_t file = 0;
    /// The number of its first line, counted from 1.
    std::size_t first_line = 1;
    /// Whether it is the last of its file.
    bool last = true;
};

using TakeChunk = std::function<void(const LineChunk& chunk, const ChunkPosition& place)>;

/// A file and the layout of its lines.
struct LineSource {
    std::filesystem::path path;
    std::shared_ptr<const LineLayout> layout;
};

/// How files are split into chunks.
struct LineSlicing {
    /// The number of reading threads; 0: all.
    unsigned threads = 0;
    /// The range of chunk lengths in bytes.
    std::size_t min = std::size_t{1} << 16U;
    std::size_t max = std::size_t{1} << 18U;
};

/// Reads files in chunks, several at a time, and passes them on one by one in order; each file has
/// at least one. Keeps a few chunks a thread in memory, not the files. Ends after a chunk with a
/// fault that is not the last of its file. Throws the exceptions of `take`, Error if a file cannot
/// be read, and Cancelled.
void read_lines(std::span<const LineSource> sources, const TakeChunk& take,
                const LineSlicing& slicing, const Job& job);

}  // namespace epochscope
