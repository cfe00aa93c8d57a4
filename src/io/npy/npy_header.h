#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// What the head of a `.npy` file says.
struct NpyHeader {
    /// E.g. "<f4". Empty where `descr` is no text: a structure.
    std::string descriptor;
    bool fortran_order = false;
    std::vector<std::size_t> shape;
};

/// Reads the Python dictionary in the head of a `.npy` file, by its grammar; nothing is evaluated.
/// Nothing where it is broken, a key is missing, twice or unknown.
std::optional<NpyHeader> parse_npy_header(std::string_view text);

}  // namespace epochscope
