#include "io/metadata/row_order.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace epochscope {

namespace {

Column texts_in_order(const Column& column, std::span<const std::size_t> rows) {
    std::string bytes;
    std::vector<std::uint64_t> ends;
    ends.reserve(rows.size());
    bytes.reserve(std::get<Column::Texts>(column.values()).bytes.size());
    for (const std::size_t row : rows) {
        if (row != no_row) bytes.append(column.text(row));
        ends.push_back(bytes.size());
    }
    return Column::of_texts(column.name(), std::move(bytes), std::move(ends));
}

template <typename T>
std::vector<T> values_in_order(std::span<const T> values, std::span<const std::size_t> rows,
                               T missing) {
    std::vector<T> ordered(rows.size());
    std::ranges::transform(rows, ordered.begin(),
                           [&](std::size_t row) { return row == no_row ? missing : values[row]; });
    return ordered;
}

std::size_t hash_of(const Column& column, std::size_t row) {
    if (column.is_text()) return std::hash<std::string_view>{}(column.text(row));
    // The golden ratio spreads whole numbers that follow one another.
    constexpr std::uint64_t spread = 0x9E3779B97F4A7C15;
    return std::bit_cast<std::uint64_t>(column.number(row)) * spread >> 20U;
}

bool are_equal(const Column& column, std::size_t a, std::size_t b) {
    if (column.is_text()) return column.text(a) == column.text(b);
    if (const auto* whole = std::get_if<std::span<const std::int64_t>>(&column.values()))
        return (*whole)[a] == (*whole)[b];
    return column.number(a) == column.number(b);
}

}  // namespace

Column in_order(const Column& column, std::span<const std::size_t> rows) {
    const Column::Values& values = column.values();
    if (const auto* whole = std::get_if<std::span<const std::int64_t>>(&values))
        return Column::of_whole(column.name(), column.type(),
                                values_in_order(*whole, rows, Column::missing));
    if (const auto* real = std::get_if<std::span<const double>>(&values))
        return Column::of_real(column.name(), values_in_order(*real, rows, std::nan("")));
    if (const auto* single = std::get_if<std::span<const float>>(&values)) {
        std::vector<double> reals(single->begin(), single->end());
        return Column::of_real(column.name(),
                               values_in_order(std::span<const double>(reals), rows, std::nan("")));
    }
    if (const auto* words = std::get_if<Column::Categories>(&values))
        return Column::of_categories(column.name(),
                                     values_in_order(words->codes, rows, std::int32_t{-1}),
                                     {words->words.begin(), words->words.end()});
    return texts_in_order(column, rows);
}

Repeated find_repeated(const Column& column) {
    constexpr std::uint32_t empty = std::numeric_limits<std::uint32_t>::max();
    // Bits of the hash beside the row: texts lie far from each other in memory, and few are looked
    // at twice.
    struct Slot {
        std::uint32_t row = empty;
        std::uint32_t hash = 0;
    };
    const std::size_t rows = column.size();
    if (rows >= empty) return {};
    std::vector<Slot> slots(std::bit_ceil(2 * rows + 1));
    for (std::size_t row = 0; row < rows; ++row) {
        if (column.is_missing(row)) continue;
        const std::uint64_t hash = hash_of(column, row);
        const auto high = static_cast<std::uint32_t>(hash >> 32U);
        std::size_t slot = hash & (slots.size() - 1);
        for (; slots[slot].row != empty; slot = (slot + 1) & (slots.size() - 1))
            if (slots[slot].hash == high && are_equal(column, slots[slot].row, row))
                return {slots[slot].row, row};
        slots[slot] = {static_cast<std::uint32_t>(row), high};
    }
    return {};
}

}  // namespace epochscope
