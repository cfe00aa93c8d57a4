#pragma once

#include <epochscope/model/geometry.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace epochscope {

/// How a colour bar writes its numbers.
enum class ColourUnit : std::uint8_t {
    number,
    /// Fractions, as percentages.
    share,
    /// Seconds since 1970 in UTC.
    date,
};

/// The colours of samples by the values of a column.
struct Colouring {
    /// The name of the column.
    std::string title;
    /// One a sample: an index of `colours`; -1 if its value is missing.
    std::vector<std::int32_t> codes;
    std::vector<Colour> colours;
    /// Of categories, one a colour; empty if the values are numbers.
    std::vector<std::string> names;
    /// What samples without a value are called among the categories; empty if all have one.
    std::string missing_name;
    /// The numbers of the first and the last colour, in between evenly or, if `is_log`, by their
    /// logarithms. Numbers beyond have the colour of the nearer end.
    double min = 0;
    double max = 1;
    bool is_log = false;
    ColourUnit unit = ColourUnit::number;

    [[nodiscard]] bool is_categorical() const { return !names.empty(); }
    friend bool operator==(const Colouring&, const Colouring&) = default;
};

}  // namespace epochscope
