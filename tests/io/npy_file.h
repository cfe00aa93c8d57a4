#pragma once

#include "io/folders.h"

#include <string>
#include <vector>

namespace epochscope::tests {

/// The bytes of an array as numpy writes it: the header padded so that the entries begin at a
/// multiple of 64.
template <typename T>
std::string npy_bytes(const std::string& descr, const std::string& shape,
                      const std::vector<T>& values) {
    std::string head = "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + "}";
    head.append(64 - (10 + head.size() + 1) % 64, ' ');
    head += '\n';
    std::string text = "\x93NUMPY";
    text += {1, 0, static_cast<char>(head.size()), 0};
    text += head;
    text.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    return text;
}

/// Writes such a file.
template <typename T>
void put_npy(const std::filesystem::path& file, const std::string& descr, const std::string& shape,
             const std::vector<T>& values) {
    put(file, npy_bytes(descr, shape, values));
}

/// A folder of arrays: three samples of two classes at epochs 1 and 4.
inline void put_arrays(const std::filesystem::path& folder) {
    put(folder / "info.json",
        R"({"label_text": ["a", "b"], "epochs": [1, 4], "frame": [[-8, -8], [8, 8]]})");
    put_npy<std::int32_t>(folder / "labels.npy", "<i4", "(3,)", {0, 1, 1});
    put_npy<float>(folder / "positions.npy", "<f4", "(2, 3, 2)",
                   {0, 0, 1, 1, 2, 2, 10, 10, 11, 11, 12, 12});
}

}  // namespace epochscope::tests
