#include "io/dynamics/field_values.h"

#include "io/json/json_text.h"

#include <epochscope/model/classes.h>
#include <epochscope/model/trimmed.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <sstream>
#include <system_error>

namespace epochscope {

namespace {

template <typename Number>
std::optional<Number> whole(std::string_view text) {
    Number number{};
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

/// A number of Python or JSON.
std::optional<double> number_of(std::string_view text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (stop != end || error == std::errc::invalid_argument) return std::nullopt;
    if (error == std::errc{}) return value;
    // Out of the range of doubles: 0 or infinite, as in Python.
    const bool small =
        text.find_first_of("eE") != std::string_view::npos
            ? text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos
            : text.find('.') <= 2;
    const double max = small ? 0 : std::numeric_limits<double>::infinity();
    return text.front() == '-' ? -max : max;
}

/// A few plain digits; nothing if it is anything else.
std::optional<std::int32_t> quick_integer(LiteralReader& reader) {
    const std::string_view digits = reader.digits(4);
    if (digits.empty()) return std::nullopt;
    std::int32_t value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

/// An integer, which may be written as a real number (3.0).
std::optional<std::int64_t> integer_of(std::string_view text) {
    if (const auto value = whole<std::int64_t>(text)) return value;
    const auto real = whole<double>(text);
    // The largest range of integers that doubles represent exactly.
    constexpr double max = 9007199254740992;
    if (!real || !(std::abs(*real) <= max) || std::trunc(*real) != *real) return std::nullopt;
    return static_cast<std::int64_t>(*real);
}

std::string shown(const Scalar& scalar) {
    return scalar.quoted ? in_quotes(scalar.text) : shortened(scalar.text);
}

[[noreturn]] void fail(const LiteralReader& reader, std::string_view field, const Scalar& found,
                       const char* expected) {
    reader.fail(std::string(field) + " is " + shown(found) + ", expected " + expected);
}

bool is_nothing(const Scalar& scalar) {
    return !scalar.quoted && (scalar.text == "None" || scalar.text == "null");
}

Scalar single(LiteralReader& reader, std::string_view field) {
    if (reader.begins_list())
        reader.fail(std::string(field) + " is a list, expected a single value");
    return reader.scalar();
}

/// Reads an entry that is not a plain number.
double unusual_number(LiteralReader& reader, std::string_view field) {
    const auto value = read_number(reader, field);
    return value && std::isfinite(*value) ? *value : std::numeric_limits<double>::quiet_NaN();
}

void add_number(LiteralReader& reader, std::string_view field, std::vector<double>& numbers) {
    double value = 0;
    if (!reader.take_number(value)) value = unusual_number(reader, field);
    numbers.push_back(value);
    if (numbers.size() > static_cast<std::size_t>(max_line_classes))
        reader.fail(std::string(field) + " has more than " + std::to_string(max_line_classes) +
                    " entries");
}

}  // namespace

std::string_view read_id(LiteralReader& reader, std::string_view field,
                         std::deque<std::string>& texts) {
    if (const std::string_view quick = reader.digits(18); !quick.empty()) return quick;
    const Scalar id = single(reader, field);
    if (id.text.empty()) fail(reader, field, id, "a number or a text");
    const auto number = integer_of(id.text);
    if (!number && !id.quoted) fail(reader, field, id, "a whole number or a text");
    if (!number || whole<std::int64_t>(id.text)) return id.text;
    return texts.emplace_back(std::to_string(*number));
}

std::int32_t read_class(LiteralReader& reader, std::string_view field) {
    if (const auto quick = quick_integer(reader)) return *quick;
    const Scalar found = single(reader, field);
    const auto number = integer_of(trimmed(found.text, " "));
    if (!number || *number < 0 || *number >= max_line_classes)
        fail(reader, field, found, "a class, 0..65535");
    return static_cast<std::int32_t>(*number);
}

std::int32_t read_label(LiteralReader& reader, std::string_view field) {
    if (const auto quick = quick_integer(reader)) return *quick;
    const Scalar found = single(reader, field);
    const std::string_view text = trimmed(found.text, " ");
    const auto number = integer_of(text);
    const bool is_unknown = is_nothing(found) || text.empty() || text == "NaN" || text == "nan";
    if (is_unknown || number == no_label) return no_label;
    if (!number || *number < 0 || *number >= max_line_classes)
        fail(reader, field, found, "a class, 0..65535");
    return static_cast<std::int32_t>(*number);
}

std::int32_t read_mark(LiteralReader& reader, std::string_view field) {
    if (const auto quick = quick_integer(reader)) return *quick;
    const Scalar found = single(reader, field);
    if (is_nothing(found)) return 0;
    const auto number = integer_of(trimmed(found.text, " "));
    if (!number || *number < std::numeric_limits<std::int32_t>::min() ||
        *number > std::numeric_limits<std::int32_t>::max())
        fail(reader, field, found, "a whole number");
    return static_cast<std::int32_t>(*number);
}

bool read_truth(LiteralReader& reader, std::string_view field) {
    const Scalar found = single(reader, field);
    for (const char* text : {"true", "True", "1"})
        if (found.text == text) return true;
    for (const char* text : {"false", "False", "0"})
        if (found.text == text) return false;
    fail(reader, field, found, "true or false");
}

std::optional<double> read_number(LiteralReader& reader, std::string_view field) {
    if (double quick = 0; reader.take_number(quick)) return quick;
    const Scalar found = single(reader, field);
    if (is_nothing(found)) return std::nullopt;
    const auto value = number_of(trimmed(found.text, " "));
    if (!value) fail(reader, field, found, "a number");
    return value;
}

void read_numbers(LiteralReader& reader, std::string_view field, std::vector<double>& numbers) {
    numbers.clear();
    if (!reader.begins_list()) {
        const Scalar found = reader.scalar();
        if (!is_nothing(found)) fail(reader, field, found, "a list of numbers");
        return;
    }
    while (!reader.ends_list()) {
        add_number(reader, field, numbers);
        if (reader.take(',')) continue;
        if (reader.ends_list()) break;
        reader.expect(']');
    }
    reader.end_list_calls();
    if (numbers.empty()) reader.fail(std::string(field) + " is empty, expected numbers");
}

double probability(const LiteralReader& reader, std::string_view field, double value) {
    constexpr double rounding = 1e-6;
    if ((value >= 0 && value <= 1) || std::isnan(value)) return value;
    if (value >= -rounding && value <= 1 + rounding) return std::clamp(value, 0.0, 1.0);
    std::ostringstream what;
    what << field << " is " << value << ", expected 0..1";
    reader.fail(what.str());
}

void expect_probabilities(const LiteralReader& reader, std::string_view field,
                          std::vector<double>& numbers) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] >= 0 && numbers[i] <= 1) continue;
        const std::string entry = std::string(field) + "[" + std::to_string(i) + "]";
        numbers[i] = probability(reader, entry, numbers[i]);
    }
}

}  // namespace epochscope
