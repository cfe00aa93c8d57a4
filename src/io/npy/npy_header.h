#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The header of a `.npy` file.
struct NpyHeader {
    /// E.g. "<f4". Empty if `descr` is not a string: a structure.
    std::string descriptor;
    bool fortran_order = false;
    std::vector<std::size_t> shape;
};

/// Parses the Python dictionary in the header of a `.npy` file without evaluating it. Nothing if it
/// is broken, or a key is missing, repeated or unknown.
std::optional<NpyHeader> parse_npy_header(std::string_view text);

}  // namespace epochscope
