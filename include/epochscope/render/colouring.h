#pragma once

#include <epochscope/model/geometry.h>

#include <cstdint>
#include <string>
#include <vector>

namespace epochscope {

/// The colours of samples by the values of a column.
struct Colouring {
    /// The name of the column.
    std::string title;
    /// One a sample: an index of `colours`; -1 if its value is missing.
    std::vector<std::int32_t> codes;
    std::vector<Colour> colours;
    /// Of categories, one a colour; empty if the values are numbers.
    std::vector<std::string> names;
    /// The numbers of the first and the last colour, in between evenly or, if `is_log`, by their
    /// logarithms.
    double min = 0;
    double max = 1;
    bool is_log = false;
    friend bool operator==(const Colouring&, const Colouring&) = default;
};

}  // namespace epochscope
