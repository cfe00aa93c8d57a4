#include "io/tables/number_table.h"

#include "io/curves/for_each_task.h"
#include "io/json/json_text.h"
#include "io/json/quick_number.h"
#include "io/tables/table_reader.h"

#include <epochscope/model/error.h>

#include <sys/mman.h>
#include <unistd.h>

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
constexpr std::size_t quick_bytes = 64;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// The powers of ten by which quick_cell multiplies, each the nearest double.
constexpr int min_power = -60;
constexpr int max_power = 38;
constexpr std::array<double, max_power - min_power + 1> powers{
    1e-60, 1e-59, 1e-58, 1e-57, 1e-56, 1e-55, 1e-54, 1e-53, 1e-52, 1e-51, 1e-50, 1e-49, 1e-48,
    1e-47, 1e-46, 1e-45, 1e-44, 1e-43, 1e-42, 1e-41, 1e-40, 1e-39, 1e-38, 1e-37, 1e-36, 1e-35,
    1e-34, 1e-33, 1e-32, 1e-31, 1e-30, 1e-29, 1e-28, 1e-27, 1e-26, 1e-25, 1e-24, 1e-23, 1e-22,
    1e-21, 1e-20, 1e-19, 1e-18, 1e-17, 1e-16, 1e-15, 1e-14, 1e-13, 1e-12, 1e-11, 1e-10, 1e-9,
    1e-8,  1e-7,  1e-6,  1e-5,  1e-4,  1e-3,  1e-2,  1e-1,  1e0,   1e1,   1e2,   1e3,   1e4,
    1e5,   1e6,   1e7,   1e8,   1e9,   1e10,  1e11,  1e12,  1e13,  1e14,  1e15,  1e16,  1e17,
    1e18,  1e19,  1e20,  1e21,  1e22,  1e23,  1e24,  1e25,  1e26,  1e27,  1e28,  1e29,  1e30,
    1e31,  1e32,  1e33,  1e34,  1e35,  1e36,  1e37,  1e38};

/// Digits that were read, as one number.
struct Digits {
    std::uint64_t value = 0;
    unsigned count = 0;

    /// Appends the digits at `text`, at most eight; whether there were eight.
    bool append(const char* text) {
        constexpr std::array<std::uint64_t, 9> tens{1,      10,      100,      1000,     10000,
                                                    100000, 1000000, 10000000, 100000000};
        const LeadingDigits part = leading_digits(text, true);
        value = value * tens[part.count] + part.value;
        count += part.count;
        return part.count == 8;
    }
};

/// The exponent at `text`, behind its `e`, which is moved to its end; nothing if there is none.
inline std::optional<int> quick_exponent(const char*& text) {
    constexpr unsigned max_digits = 3;
    // Without branches: signs of exponents cannot be predicted.
    const int negative = *text == '-' ? 1 : 0;
    text += negative | (*text == '+' ? 1 : 0);
    const LeadingDigits digits = leading_digits(text, true);
    if (digits.count == 0 || digits.count > max_digits) return std::nullopt;
    text += digits.count;
    const auto value = static_cast<int>(digits.value);
    return (value ^ -negative) + negative;
}

/// A number and where its cell ends.
struct QuickCell {
    float value = 0;
    const char* stop = nullptr;
};

/// The float nearest to a number like -12.345678 or 1.5e-05, of at most 15 digits before the point,
/// 24 behind it and 19 that count, followed by a blank or the end of the line. Nothing for other
/// formats, if the float has not its full precision, or if the number is too near the middle of two
/// floats: a slower reader decides.
inline std::optional<QuickCell> quick_cell(const char* text) {
    constexpr unsigned max_whole = 15;
    constexpr unsigned max_digits = 19;
    const auto negative = static_cast<std::uint64_t>(*text == '-');
    text += negative;
    // Most numbers have one digit before the point.
    Digits digits{static_cast<std::uint64_t>(static_cast<unsigned>(*text - '0')), 1};
    if (digits.value > 9 || text[1] != '.') {
        digits = {};
        if (digits.append(text)) digits.append(text + digits.count);
        if (digits.count == 0 || digits.count > max_whole) return std::nullopt;
    }
    text += digits.count;
    int scale = 0;
    if (*text == '.') {
        const char* const begin = ++text;
        const unsigned whole = digits.count;
        const bool is_below_one = digits.value == 0;
        if (digits.append(text) && digits.append(text + 8)) digits.append(text + 16);
        const unsigned length = digits.count - whole;
        text += length;
        if (digits.count > max_digits) {
            if (!is_below_one) return std::nullopt;
            const char* const first = std::find_if(begin, text, [](char c) { return c != '0'; });
            if (text - first > max_digits) return std::nullopt;
        }
        scale = -static_cast<int>(length);
    }
    if (*text == 'e' || *text == 'E') {
        const auto exponent = quick_exponent(++text);
        if (!exponent) return std::nullopt;
        scale += *exponent;
    }
    if (*text != '\n' && !is_blank(*text)) return std::nullopt;
    if (scale < min_power || scale > max_power) return std::nullopt;
    const double value =
        static_cast<double>(digits.value) * powers[static_cast<std::size_t>(scale - min_power)];
    // Three roundings: the error of `value` is at most 3 units of its last place. That is enough,
    // unless it is so near the middle of two floats that rounding may go wrong.
    constexpr std::uint64_t half = std::uint64_t{1} << 28U;
    constexpr double min_normal = 1.2e-38;
    constexpr double max_value = 3.4e38;
    const auto bits = std::bit_cast<std::uint64_t>(value);
    if ((bits & (2 * half - 1)) + 4 - half < 8) return std::nullopt;
    if (value > max_value || (value < min_normal && digits.value != 0)) return std::nullopt;
    return QuickCell{static_cast<float>(std::bit_cast<double>(bits | negative << 63U)), text};
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

/// Zeros in large pages where the system has some: else a fault for each 4 KiB takes longer than
/// reading the numbers that fill them.
std::vector<float> zeros_in_large_pages(std::size_t size) {
    std::vector<float> values;
    values.reserve(size);
    const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::uintptr_t>(values.data());
    const std::size_t before = (page - begin % page) % page;
    const std::size_t bytes = size * sizeof(float);
    // Advice: if it is refused, nothing is lost but time.
    if (bytes > before)
        ::madvise(reinterpret_cast<std::uint8_t*>(values.data()) + before, bytes - before,
                  MADV_HUGEPAGE);
    values.resize(size);
    return values;
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
    table.values = zeros_in_large_pages(rows * table.columns);
    for_each_task(parts.size(), threads, [&](std::size_t i) {
        if (job.stop.stop_requested()) throw Cancelled();
        RowReader(where, parts[i], text.data() + text.size(), table.columns)
            .read(table.values.data() + parts[i].first_row * table.columns);
    });
    return table;
}

}  // namespace epochscope
