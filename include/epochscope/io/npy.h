#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

class MappedFile;

/// The type of the entries of a `.npy` file.
enum class NpyKind : std::uint8_t { boolean, signed_integer, unsigned_integer, real, text };

/// A `.npy` array (versions 1 to 3) of numbers or texts in C or Fortran order and either byte
/// order; entries are always counted in C order. The file stays mapped into memory as long as a
/// copy of the array exists. Copies are cheap.
class NpyArray {
  public:
    /// Maps a file. Throws Error if it cannot be read, is not a `.npy` file, is shorter than its
    /// shape requires (FileCutOff), or is not supported: objects, structures, complex numbers.
    /// Two-byte entries without a type (`|V2`), and two-byte integers in a file that is named for
    /// bfloat16 (or bf16), are bfloat16.
    static NpyArray open(const std::filesystem::path& file);
    /// Views an array in memory; `where` names it in errors, and decides about bfloat16. The bytes
    /// are kept by the caller, or by `owner`.
    static NpyArray from_bytes(std::span<const std::uint8_t> bytes, std::string_view where,
                               std::shared_ptr<const void> owner = {});
    /// Views an array that lies within a file.
    static NpyArray from_file(std::shared_ptr<const MappedFile> file,
                              std::span<const std::uint8_t> bytes, std::string_view where);

    /// The length of each axis, the slowest first; empty for a scalar.
    [[nodiscard]] const std::vector<std::size_t>& shape() const { return shape_; }
    [[nodiscard]] NpyKind kind() const { return kind_; }
    /// The type in words: "float16", "bfloat16 in Fortran order", "text".
    [[nodiscard]] std::string type_name() const;
    /// The same array without axes of length 1, except for the first axis: (N, D, 1, 1) and
    /// (N, 1, D) become (N, D).
    [[nodiscard]] NpyArray squeezed() const;
    /// What lies at an index of the first axis, as an array of the other axes. Throws Error if the
    /// array is in Fortran order, where its entries are not together.
    [[nodiscard]] NpyArray part(std::size_t index) const;
    /// An array of one axis as a table of one column.
    [[nodiscard]] NpyArray as_column() const;
    /// Bytes per entry.
    [[nodiscard]] std::size_t item_size() const { return item_size_; }
    /// The number of entries.
    [[nodiscard]] std::size_t size() const { return data_.size() / item_size_; }
    /// The name of the array in errors.
    [[nodiscard]] const std::string& name() const { return name_; }

    /// Fills `out` with the entries from `first` on; NaN becomes -1. Throws Error for texts, for
    /// real numbers that are not whole, for entries outside the range of int32, and if the file has
    /// become shorter. O(entries).
    void read(std::size_t first, std::span<std::int32_t> out) const;
    /// Converts to float32. Throws Error for texts and for a finite double outside the range of
    /// float32.
    void read(std::size_t first, std::span<float> out) const;
    /// Converts to float64. Throws Error for texts.
    void read(std::size_t first, std::span<double> out) const;

    /// All entries without a copy, if they are aligned int32 (or float32) in native byte order and
    /// C order; else nothing. The array must outlive the span.
    [[nodiscard]] std::optional<std::span<const std::int32_t>> integers_in_place() const;
    [[nodiscard]] std::optional<std::span<const float>> reals_in_place() const;

    /// Whether the entries lie in a file, and take no memory of their own.
    [[nodiscard]] bool is_mapped() const { return file_ != nullptr; }
    /// What has gone wrong with the file since it was opened, in a sentence with its name; nothing
    /// if all is well. Lost entries read as zeros.
    [[nodiscard]] std::optional<std::string> fault() const;
    /// Frees the memory of `count` entries from `first` on; the next access reads them again.
    void release(std::size_t first, std::size_t count) const;

    /// Copies of all entries.
    [[nodiscard]] std::vector<std::int32_t> integers() const;
    [[nodiscard]] std::vector<float> reals() const;
    [[nodiscard]] std::vector<double> doubles() const;
    /// The entries of an array of texts, as UTF-8 or as the bytes that the file has.
    [[nodiscard]] std::vector<std::string> texts() const;

  private:
    NpyArray() = default;
    void parse(std::span<const std::uint8_t> bytes);
    void read_descriptor(std::string_view descriptor);
    void read_size(std::string_view descriptor);
    [[nodiscard]] bool is_in_place(bool real) const;
    void expect_numbers() const;
    /// Calls use(k, bytes) for `count` entries from `first` on.
    template <typename Use>
    void for_entries(std::size_t first, std::size_t count, const Use& use) const;
    void expect_whole() const;

    std::string name_;
    std::shared_ptr<const MappedFile> file_;
    std::shared_ptr<const void> owner_;
    std::span<const std::uint8_t> data_;
    std::vector<std::size_t> shape_;
    NpyKind kind_ = NpyKind::real;
    std::size_t item_size_ = 1;
    bool swapped_ = false;
    bool fortran_order_ = false;
    /// Of entries of two bytes.
    bool is_bfloat16_ = false;
    /// Whether texts are UTF-32, not bytes.
    bool is_wide_ = false;
};

}  // namespace epochscope
