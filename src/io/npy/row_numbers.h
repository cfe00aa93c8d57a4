#pragma once

#include "io/npy/shape_text.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>

#include <cstddef>
#include <filesystem>
#include <limits>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace epochscope {

/// The maximum memory in bytes for all arrays that are converted on opening.
inline constexpr std::size_t max_converted = std::size_t{1} << 30U;

inline constexpr std::size_t all_rows = std::numeric_limits<std::size_t>::max();

/// The numbers of a `.npy` file in memory, of which each row belongs to a map or an epoch. The
/// constructors throw Error if the file is broken, larger than max_converted, or of another shape.
template <typename T>
struct RowNumbers {
    /// Rows beyond the first `most_rows` are left out.
    explicit RowNumbers(const std::filesystem::path& file, std::size_t most_rows = all_rows) {
        const NpyArray array = NpyArray::open(file);
        name = array.name();
        shape = array.shape();
        std::size_t size = array.size();
        if (!shape.empty() && shape[0] > most_rows) {
            size = size / shape[0] * most_rows;
            shape[0] = most_rows;
        }
        if (size > max_converted / sizeof(T))
            throw Error(name, "has ", size, " entries, expected at most ",
                        max_converted / sizeof(T));
        values.resize(size);
        array.read(0, values);
    }
    /// With so many axes, of `rows` rows (0: one or more).
    RowNumbers(const std::filesystem::path& file, std::size_t axes, std::size_t rows,
               std::size_t most_rows = all_rows)
        : RowNumbers(file, most_rows) {
        if (shape.size() != axes || (rows > 0 && shape[0] != rows))
            throw Error(name, "has the shape ", shape_text(shape), ", expected ", axes,
                        " axes, the first of ", rows > 0 ? std::to_string(rows) : "all", " maps");
        if (values.empty()) throw Error(name, "has no entries, expected some");
    }

    void expect(const std::vector<std::size_t>& expected, const char* reason = "") const {
        if (shape != expected)
            throw Error(name, "has the shape ", shape_text(shape), ", expected ",
                        shape_text(expected), reason);
    }
    [[nodiscard]] std::vector<T> row(std::size_t index) const { return part(index, shape[0]); }
    /// One of so many equal parts.
    [[nodiscard]] std::vector<T> part(std::size_t index, std::size_t parts) const {
        const std::size_t size = values.size() / parts;
        const auto first = values.begin() + static_cast<std::ptrdiff_t>(index * size);
        return {first, first + static_cast<std::ptrdiff_t>(size)};
    }

    std::string name;
    std::vector<std::size_t> shape;
    std::vector<T> values;
};

}  // namespace epochscope
