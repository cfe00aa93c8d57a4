#include "io/tables/number_table.h"

#include "io/curves/for_each_task.h"
#include "io/json/json_text.h"
#include "io/json/quick_number.h"
#include "io/tables/table_reader.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string>

namespace epochscope {

namespace {

/// The bytes of a part for one thread.
constexpr std::size_t part_length = std::size_t{1} << 20U;
/// The bytes that quick_cell may read.
constexpr std::size_t quick_bytes = 48;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// A number and where its cell ends.
struct QuickCell {
    float value = 0;
    const char* stop = nullptr;
};

/// The float nearest to a number like -12.345678, of at most 7 digits before the point and 19 in
/// all, followed by a blank or the end of the line. Nothing for other formats, or if it is too near
/// the middle of two floats: a slower reader decides.
inline std::optional<QuickCell> quick_cell(const char* text) {
    constexpr std::array<double, 20> powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,
                                            1e7,  1e8,  1e9,  1e10, 1e11, 1e12, 1e13,
                                            1e14, 1e15, 1e16, 1e17, 1e18, 1e19};
    constexpr std::array<std::uint64_t, 9> tens{1,      10,      100,      1000,     10000,
                                                100000, 1000000, 10000000, 100000000};
    constexpr unsigned max_whole = 7;
    constexpr std::size_t max_digits = 19;
    const auto negative = static_cast<unsigned>(*text == '-');
    text += negative;
    // Most numbers have one digit before the point.
    const auto first = static_cast<unsigned>(*text - '0');
    const LeadingDigits whole =
        first <= 9 && text[1] == '.' ? LeadingDigits{first, 1} : leading_digits(text, true);
    if (whole.count == 0 || whole.count > max_whole) return std::nullopt;
    text += whole.count;
    std::uint64_t mantissa = whole.value;
    std::size_t length = 0;
    if (*text == '.') {
        ++text;
        bool wanted = true;
        for (std::size_t begin = 0; wanted && begin < 24; begin += 8) {
            const LeadingDigits part = leading_digits(text + begin, true);
            mantissa = mantissa * tens[part.count] + part.value;
            length += part.count;
            wanted = part.count == 8;
        }
        if (length + whole.count > max_digits) return std::nullopt;
        text += length;
    }
    if (*text != '\n' && !is_blank(*text)) return std::nullopt;
    const double value = static_cast<double>(mantissa) / powers[length];
    // The error of `value` is below 2 units of its last place: see quick_float.
    constexpr std::uint64_t half = std::uint64_t{1} << 28U;
    const auto bits = std::bit_cast<std::uint64_t>(value);
    if ((bits & (2 * half - 1)) + 4 - half < 8 || (value < 1e-30 && mantissa != 0))
        return std::nullopt;
    return QuickCell{static_cast<float>(
                         std::bit_cast<double>(bits | static_cast<std::uint64_t>(negative) << 63U)),
                     text};
}

/// Whole lines of the text.
struct Part {
    std::string_view text;
    std::size_t first_line = 0;
    std::size_t lines = 0;
    std::size_t first_row = 0;
    std::size_t rows = 0;
};

std::vector<Part> parts_of(std::string_view text) {
    std::vector<Part> parts;
    while (!text.empty()) {
        const std::size_t end = text.find('\n', std::min(part_length, text.size() - 1));
        const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
        parts.push_back({.text = text.substr(0, length)});
        text.remove_prefix(length);
    }
    return parts;
}

/// Counts the lines, and the rows: lines with something in them.
void count(Part& part) {
    for (std::string_view rest = part.text; !rest.empty(); ++part.lines) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        part.rows += std::ranges::all_of(line, is_blank) ? 0 : 1;
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
}

/// Reads the rows of a part.
class RowReader {
  public:
    /// `end` is the end of the whole text, up to which may be read.
    RowReader(std::string_view where, const Part& part, const char* end, std::size_t columns)
        : where_(where),
          line_(part.first_line),
          at_(part.text.data()),
          stop_(at_ + part.text.size()),
          end_(end),
          columns_(columns) {}

    void read(float* out) {
        while (at_ < stop_) {
            ++line_;
            std::size_t column = 0;
            for (; !at_line_end(); ++column) {
                if (column == columns_) fail_of_length("more");
                out[column] = number();
            }
            if (at_ < stop_) ++at_;
            if (column == 0) continue;
            if (column < columns_) fail_of_length(std::to_string(column).c_str());
            out += columns_;
        }
    }

  private:
    bool at_line_end() {
        while (at_ < stop_ && is_blank(*at_)) ++at_;
        return at_ == stop_ || *at_ == '\n';
    }

    float number() {
        if (static_cast<std::size_t>(end_ - at_) > quick_bytes)
            if (const auto quick = quick_cell(at_)) {
                at_ = quick->stop;
                return quick->value;
            }
        const char* cell_end = at_;
        while (cell_end < stop_ && !is_blank(*cell_end) && *cell_end != '\n') ++cell_end;
        const std::string_view cell(at_, static_cast<std::size_t>(cell_end - at_));
        at_ = cell_end;
        const auto value = plain_number(cell);
        if (!value) throw Error(place(), "a cell is ", in_quotes(cell), ", expected a number");
        return static_cast<float>(*value);
    }

    [[nodiscard]] std::string place() const {
        return std::string(where_) + ": line " + std::to_string(line_);
    }
    [[noreturn]] void fail_of_length(const char* count) const {
        throw Error(place(), "has ", count, " cells, expected ", columns_, " as in the first row");
    }

    std::string_view where_;
    std::size_t line_;
    const char* at_;
    const char* stop_;
    const char* end_;
    std::size_t columns_;
};

/// The cells of the first line that has some.
std::size_t columns_of(std::string_view text) {
    std::size_t columns = 0;
    bool is_between = true;
    for (const char c : text) {
        if (c == '\n' && columns > 0) break;
        const bool is_cell = !is_blank(c) && c != '\n';
        columns += is_cell && is_between ? 1 : 0;
        is_between = !is_cell;
    }
    return columns;
}

}  // namespace

NumberTable read_number_table(std::string_view where, std::string_view text, const Job& job,
                              unsigned threads) {
    NumberTable table{.columns = columns_of(text), .values = {}};
    if (table.columns == 0) throw Error(where, "is empty, expected a row of numbers a sample");
    std::vector<Part> parts = parts_of(text);
    for_each_task(parts.size(), threads, [&](std::size_t i) { count(parts[i]); });
    std::size_t rows = 0;
    std::size_t lines = 0;
    for (Part& part : parts) {
        part.first_row = rows;
        part.first_line = lines;
        rows += part.rows;
        lines += part.lines;
    }
    // Each number takes two bytes of the text or more.
    if (rows > text.size() / table.columns + 1)
        throw Error(where, "has rows of different length, expected ", table.columns, " cells each");
    table.values.resize(rows * table.columns);
    for_each_task(parts.size(), threads, [&](std::size_t i) {
        if (job.stop.stop_requested()) throw Cancelled();
        RowReader(where, parts[i], text.data() + text.size(), table.columns)
            .read(table.values.data() + parts[i].first_row * table.columns);
    });
    return table;
}

}  // namespace epochscope
