#include "io/dynamics/line_chunk.h"

#include <algorithm>
#include <utility>

namespace epochscope {

namespace {

/// Reads lines one after another.
class ChunkReader {
  public:
    ChunkReader(std::string_view text, const LineLayout& layout, LineChunk& chunk)
        : end_(text.data() + text.size()), layout_(layout), chunk_(chunk) {}

    /// Whether it succeeded.
    bool read(std::string_view line) {
        const std::size_t before = chunk_.records.size();
        try {
            read_records(line);
            return true;
        } catch (const LineFault& fault) {
            chunk_.records.resize(before);
            if (read_last_record(line)) return true;
            chunk_.fault = {chunk_.lines, fault.byte, fault.what(), fault.cut, false};
            return false;
        }
    }

  private:
    void read_records(std::string_view line) {
        LiteralReader reader(line, chunk_.texts, static_cast<std::size_t>(end_ - line.data()));
        while (!reader.at_end()) {
            if (!reader.begins_with('{'))
                reader.fail("is not a record, expected " + std::string(layout_.example()));
            SignalLine record = layout_.read(reader, numbers_);
            record.line = chunk_.lines;
            chunk_.records.push_back(record);
        }
    }

    /// Whether the line begins with an incomplete record and ends with a complete one.
    bool read_last_record(std::string_view line) {
        const std::size_t last = line.rfind('{');
        if (last == std::string_view::npos || last == 0 || line.find('}') < last) return false;
        const std::size_t before = chunk_.records.size();
        try {
            read_records(line.substr(last));
        } catch (const LineFault&) {
            chunk_.records.resize(before);
            return false;
        }
        chunk_.glued.push_back(chunk_.lines);
        return true;
    }

    const char* end_;
    const LineLayout& layout_;
    LineChunk& chunk_;
    std::vector<double> numbers_;
};

}  // namespace

LineChunk read_chunk(std::string_view text, const LineLayout& layout, LineChunk used) {
    constexpr std::size_t shortest_line = 32;
    LineChunk chunk;
    chunk.records = std::move(used.records);
    chunk.records.clear();
    // Lines are about as long as the first.
    chunk.records.reserve(text.size() / std::max(text.find('\n'), shortest_line) + 1);
    ChunkReader reader(text, layout, chunk);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const bool good = reader.read(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!good) {
            chunk.fault->last = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
            break;
        }
        ++chunk.lines;
    }
    return chunk;
}

}  // namespace epochscope
