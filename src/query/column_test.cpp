#include "query/column_test.h"

#include "query/fold_case.h"

#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>

namespace epochscope {

namespace {

using Marks = std::span<std::uint8_t>;

/// The values from `low` to `high` pass, or all others that are known.
template <typename Number>
struct Interval {
    Number low;
    Number high;
    bool is_inverted = false;
};

constexpr std::int64_t least_whole = Column::missing + 1;
constexpr std::int64_t most_whole = std::numeric_limits<std::int64_t>::max();
constexpr double infinity = std::numeric_limits<double>::infinity();

Interval<std::int64_t> interval_of(Comparison comparison, std::int64_t number) {
    switch (comparison) {
        case Comparison::less:
            return number <= least_whole ? Interval<std::int64_t>{1, 0}
                                         : Interval<std::int64_t>{least_whole, number - 1};
        case Comparison::at_most:
            return {least_whole, number};
        case Comparison::greater:
            return number == most_whole ? Interval<std::int64_t>{1, 0}
                                        : Interval<std::int64_t>{number + 1, most_whole};
        case Comparison::at_least:
            return {std::max(number, least_whole), most_whole};
        default:
            return {number, number, comparison == Comparison::not_equal};
    }
}

/// Whole numbers compared with a number that may have a fraction, exactly.
Interval<std::int64_t> interval_of_wholes(Comparison comparison, double number) {
    // 2^63 and more, or less than any.
    if (number >= 0x1p63 || number < -0x1p63) {
        const bool is_above = number > 0;
        const bool all =
            comparison == Comparison::not_equal ||
            (is_above ? comparison == Comparison::less || comparison == Comparison::at_most
                      : comparison == Comparison::greater || comparison == Comparison::at_least);
        return all ? Interval<std::int64_t>{least_whole, most_whole} : Interval<std::int64_t>{1, 0};
    }
    const auto floor = static_cast<std::int64_t>(std::floor(number));
    if (static_cast<double>(floor) == number) return interval_of(comparison, floor);
    switch (comparison) {
        case Comparison::less:
        case Comparison::at_most:
            return interval_of(Comparison::at_most, floor);
        case Comparison::greater:
        case Comparison::at_least:
            return interval_of(Comparison::greater, floor);
        default:
            return {1, 0, comparison == Comparison::not_equal};
    }
}

Interval<double> interval_of(Comparison comparison, double number) {
    constexpr Interval<double> none{1, 0};
    switch (comparison) {
        case Comparison::less:
            return number == -infinity
                       ? none
                       : Interval<double>{-infinity, std::nextafter(number, -infinity)};
        case Comparison::at_most:
            return {-infinity, number};
        case Comparison::greater:
            return number == infinity
                       ? none
                       : Interval<double>{std::nextafter(number, infinity), infinity};
        case Comparison::at_least:
            return {number, infinity};
        default:
            return {number, number, comparison == Comparison::not_equal};
    }
}

bool is_known(std::int64_t value) { return value != Column::missing; }
bool is_known(double value) { return !std::isnan(value); }

/// Clears the marks of the values that do not pass.
template <typename Values, typename Pass>
void keep(const Values& values, std::size_t begin, std::size_t end, Marks marks, const Pass& pass) {
    for (std::size_t i = begin; i < end; ++i)
        marks[i - begin] &= static_cast<std::uint8_t>(pass(values[i]) ? 1 : 0);
}

template <typename Stored, typename Number>
ColumnTest test_of(std::span<const Stored> values, Interval<Number> interval) {
    if (interval.is_inverted)
        return [=](std::size_t begin, std::size_t end, Marks marks) {
            keep(values, begin, end, marks, [&](Stored stored) {
                const auto value = static_cast<Number>(stored);
                return is_known(value) & !((value >= interval.low) & (value <= interval.high));
            });
        };
    return [=](std::size_t begin, std::size_t end, Marks marks) {
        keep(values, begin, end, marks, [&](Stored stored) {
            const auto value = static_cast<Number>(stored);
            return (value >= interval.low) & (value <= interval.high);
        });
    };
}

/// Tests texts by a predicate, which is asked for known ones alone.
template <typename Pass>
ColumnTest test_of_texts(const Column& column, const Pass& pass) {
    if (const auto* categories = std::get_if<Column::Categories>(&column.values())) {
        const auto passes = std::make_shared<std::vector<std::uint8_t>>();
        for (const std::string& word : categories->words)
            passes->push_back(!word.empty() && pass(std::string_view(word)) ? 1 : 0);
        return
            [codes = categories->codes, passes](std::size_t begin, std::size_t end, Marks marks) {
                keep(codes, begin, end, marks, [&](std::int32_t code) {
                    const auto word = static_cast<std::size_t>(code);
                    return word < passes->size() && (*passes)[word] != 0;
                });
            };
    }
    return [&column, pass](std::size_t begin, std::size_t end, Marks marks) {
        for (std::size_t i = begin; i < end; ++i) {
            if (marks[i - begin] == 0) continue;
            const std::string_view text = column.text(i);
            if (text.empty() || !pass(text)) marks[i - begin] = 0;
        }
    };
}

bool holds(Comparison comparison, int order) {
    switch (comparison) {
        case Comparison::equal:
            return order == 0;
        case Comparison::not_equal:
            return order != 0;
        case Comparison::less:
            return order < 0;
        case Comparison::greater:
            return order > 0;
        case Comparison::at_most:
            return order <= 0;
        default:
            return order >= 0;
    }
}

/// Dates that are said as dates are in the order of their texts: -1, 0 or 1 by two bounds.
ColumnTest test_of_dates(std::span<const std::int64_t> values, Comparison comparison,
                         const std::string& text) {
    constexpr std::int64_t first = -62'167'219'200;
    constexpr std::int64_t end_of_dates = 253'402'300'800;
    // The first date whose text is not before, or after, the text.
    const auto bound = [&](bool is_after) {
        std::int64_t low = first;
        std::int64_t high = end_of_dates;
        while (low < high) {
            const std::int64_t middle = low + (high - low) / 2;
            const int order = date_words(middle).compare(text);
            (order > 0 || (order == 0 && !is_after) ? high : low) =
                order > 0 || (order == 0 && !is_after) ? middle : middle + 1;
        }
        return low;
    };
    const std::int64_t from = bound(false);
    const std::int64_t to = bound(true);
    return [=](std::size_t begin, std::size_t end, Marks marks) {
        keep(values, begin, end, marks, [&](std::int64_t value) {
            if (value == Column::missing) return false;
            const bool is_date = value >= first && value < end_of_dates;
            const int order = !is_date       ? date_words(value).compare(text)
                              : value < from ? -1
                              : value < to   ? 0
                                             : 1;
            return holds(comparison, order);
        });
    };
}

ColumnTest test_of_absence(const Column& column, bool is_missing) {
    if (const auto* whole = std::get_if<std::span<const std::int64_t>>(&column.values()))
        return [values = *whole, is_missing](std::size_t begin, std::size_t end, Marks marks) {
            keep(values, begin, end, marks,
                 [&](std::int64_t value) { return is_known(value) != is_missing; });
        };
    return [&column, is_missing](std::size_t begin, std::size_t end, Marks marks) {
        for (std::size_t i = begin; i < end; ++i)
            if (column.is_missing(i) != is_missing) marks[i - begin] = 0;
    };
}

double as_real(const Constant& constant) {
    const auto* const whole = std::get_if<std::int64_t>(&constant);
    return whole != nullptr ? static_cast<double>(*whole) : std::get<double>(constant);
}

}  // namespace

Constant constant_of(sqlite3_value* value) {
    switch (sqlite3_value_type(value)) {
        case SQLITE_INTEGER:
            return std::int64_t{sqlite3_value_int64(value)};
        case SQLITE_FLOAT:
            return sqlite3_value_double(value);
        case SQLITE_TEXT: {
            const auto* const text = reinterpret_cast<const char*>(sqlite3_value_text(value));
            return std::string(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
        }
        default:
            return std::monostate{};
    }
}

bool is_comparable(ColumnType type, Comparison comparison, const Constant& constant) {
    const bool has_text = std::holds_alternative<std::string>(constant);
    if (comparison == Comparison::like) return type == ColumnType::text && has_text;
    if (type == ColumnType::text || type == ColumnType::date) return has_text;
    if (std::holds_alternative<double>(constant)) return true;
    const auto* const whole = std::get_if<std::int64_t>(&constant);
    // Beyond 2^53 a whole number may be none of the reals.
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    return whole != nullptr && (type != ColumnType::real || (*whole >= -exact && *whole <= exact));
}

ColumnTest make_test(const Column& column, Comparison comparison, const Constant& constant) {
    if (comparison == Comparison::missing || comparison == Comparison::known)
        return test_of_absence(column, comparison == Comparison::missing);
    if (comparison == Comparison::like)
        return test_of_texts(column, [pattern = LikePattern(std::get<std::string>(constant))](
                                         std::string_view text) { return pattern.matches(text); });
    if (column.is_text())
        return test_of_texts(
            column, [comparison, wanted = std::get<std::string>(constant)](std::string_view text) {
                return holds(comparison, text.compare(wanted));
            });
    if (const auto* whole = std::get_if<std::span<const std::int64_t>>(&column.values())) {
        if (column.type() == ColumnType::date)
            return test_of_dates(*whole, comparison, std::get<std::string>(constant));
        const auto* const number = std::get_if<std::int64_t>(&constant);
        return test_of(*whole, number != nullptr
                                   ? interval_of(comparison, *number)
                                   : interval_of_wholes(comparison, std::get<double>(constant)));
    }
    const Interval<double> interval = interval_of(comparison, as_real(constant));
    if (const auto* single = std::get_if<std::span<const float>>(&column.values()))
        return test_of(*single, interval);
    return test_of(std::get<std::span<const double>>(column.values()), interval);
}

std::optional<ColumnTest> make_test_of_list(const Column& column,
                                            const std::vector<Constant>& constants) {
    const bool is_same_kind = std::ranges::all_of(constants, [&](const Constant& constant) {
        return std::holds_alternative<std::monostate>(constant) ||
               is_comparable(column.type(), Comparison::equal, constant);
    });
    if (!is_same_kind) return std::nullopt;
    if (column.is_text()) {
        std::vector<std::string> texts;
        for (const Constant& constant : constants)
            if (const auto* text = std::get_if<std::string>(&constant)) texts.push_back(*text);
        std::ranges::sort(texts);
        return test_of_texts(column, [texts](std::string_view text) {
            return std::ranges::binary_search(texts, text, std::ranges::less(),
                                              [](std::string_view listed) { return listed; });
        });
    }
    if (column.type() == ColumnType::date) return std::nullopt;
    std::vector<double> numbers;
    for (const Constant& constant : constants)
        if (!std::holds_alternative<std::monostate>(constant)) numbers.push_back(as_real(constant));
    std::ranges::sort(numbers);
    // What rounding makes equal is told apart by SQLite.
    return [&column, numbers](std::size_t begin, std::size_t end, Marks marks) {
        for (std::size_t i = begin; i < end; ++i)
            if (marks[i - begin] != 0 && !std::ranges::binary_search(numbers, column.number(i)))
                marks[i - begin] = 0;
    };
}

}  // namespace epochscope
