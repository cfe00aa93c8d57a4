#pragma once

#include <epochscope/io/output_file.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace epochscope {

/// The header of a `.npy` file (version 1) of little-endian entries in C order.
std::string npy_head(std::string_view type, std::span<const std::size_t> shape);

/// Writes a `.npy` file of int32, float32 or float64 in pieces.
template <typename T>
class ArrayFile {
  public:
    ArrayFile(const std::filesystem::path& file, std::initializer_list<std::size_t> shape)
        : file_(file) {
        file_.write(npy_head(type(), {shape.begin(), shape.size()}));
    }
    void write(std::span<const T> values) { file_.write(std::as_bytes(values)); }
    /// Writes the values, or `count` times `filler` if they are empty.
    void write_or_fill(std::span<const T> values, std::size_t count, T filler) {
        if (!values.empty()) return write(values);
        for (std::size_t i = 0; i < count; ++i) write(std::span<const T>(&filler, 1));
    }
    void finish() { file_.finish(); }

  private:
    static constexpr std::string_view type() {
        if constexpr (std::is_same_v<T, float>) return "<f4";
        if constexpr (std::is_same_v<T, double>) return "<f8";
        if constexpr (std::is_same_v<T, std::int32_t>) return "<i4";
    }

    OutputFile file_;
};

}  // namespace epochscope
