#include "io/dynamics/line_stretch.h"

#include <algorithm>
#include <utility>

namespace epochscope {

namespace {

/// Reads one line after another.
class StretchReader {
  public:
    StretchReader(std::string_view text, const LineLayout& layout, LineStretch& stretch)
        : end_(text.data() + text.size()), layout_(layout), stretch_(stretch) {}

    /// Whether it went well.
    bool read(std::string_view line) {
        const std::size_t before = stretch_.records.size();
        try {
            read_records(line);
            return true;
        } catch (const LineFault& fault) {
            stretch_.records.resize(before);
            if (read_last_record(line)) return true;
            stretch_.fault = {stretch_.lines, fault.byte, fault.what(), fault.cut, false};
            return false;
        }
    }

  private:
    void read_records(std::string_view line) {
        LiteralReader reader(line, stretch_.texts, static_cast<std::size_t>(end_ - line.data()));
        while (!reader.at_end()) {
            if (!reader.begins_with('{'))
                reader.fail("is no record, expected " + std::string(layout_.example()));
            SignalLine record = layout_.read(reader, numbers_);
            record.line = stretch_.lines;
            stretch_.records.push_back(record);
        }
    }

    /// Whether the line begins with a record that was never closed, and ends with a whole one.
    bool read_last_record(std::string_view line) {
        const std::size_t last = line.rfind('{');
        if (last == std::string_view::npos || last == 0 || line.find('}') < last) return false;
        const std::size_t before = stretch_.records.size();
        try {
            read_records(line.substr(last));
        } catch (const LineFault&) {
            stretch_.records.resize(before);
            return false;
        }
        stretch_.glued.push_back(stretch_.lines);
        return true;
    }

    const char* end_;
    const LineLayout& layout_;
    LineStretch& stretch_;
    std::vector<double> numbers_;
};

}  // namespace

LineStretch read_stretch(std::string_view text, const LineLayout& layout, LineStretch used) {
    constexpr std::size_t shortest_line = 32;
    LineStretch stretch;
    stretch.records = std::move(used.records);
    stretch.records.clear();
    // Lines are about as long as the first.
    stretch.records.reserve(text.size() / std::max(text.find('\n'), shortest_line) + 1);
    StretchReader reader(text, layout, stretch);
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const bool good = reader.read(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!good) {
            stretch.fault->last = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
            break;
        }
        ++stretch.lines;
    }
    return stretch;
}

}  // namespace epochscope
