#pragma once

#include <epochscope/model/column.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct sqlite3_value;

namespace epochscope {

/// How a column is compared with a constant.
enum class Comparison : char {
    equal = '=',
    not_equal = '!',
    less = '<',
    greater = '>',
    at_most = 'l',
    at_least = 'g',
    like = '~',
    in = 'i',
    missing = 'n',
    known = 'k',
};

/// The letter of a comparison that narrows a range of rows (see RowRange); 0 for others.
constexpr char range_letter_of(Comparison comparison) {
    switch (comparison) {
        case Comparison::equal:
        case Comparison::less:
        case Comparison::greater:
        case Comparison::at_most:
        case Comparison::at_least:
            return static_cast<char>(comparison);
        default:
            return '\0';
    }
}

/// The constant of a comparison: what SQLite holds.
using Constant = std::variant<std::monostate, std::int64_t, double, std::string>;
Constant constant_of(sqlite3_value* value);

/// Whether a comparison of a column of this type with the constant is here what it is in SQLite:
/// numbers with a number, texts and dates with a text. The rest is left to SQLite, which converts.
bool is_comparable(ColumnType type, Comparison comparison, const Constant& constant);

/// Tests all samples from `begin` to before `end` and clears the marks, the first of which is that
/// of `begin`, of those that fail.
using ColumnTest =
    std::function<void(std::size_t begin, std::size_t end, std::span<std::uint8_t> marks)>;

/// The test of a comparison that is comparable. The column must outlive it.
ColumnTest make_test(const Column& column, Comparison comparison, const Constant& constant);

/// The test whether the value is one of a list; nothing if SQLite would convert some.
std::optional<ColumnTest> make_test_of_list(const Column& column,
                                            const std::vector<Constant>& constants);

}  // namespace epochscope
