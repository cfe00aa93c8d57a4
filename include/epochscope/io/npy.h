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

/// What the entries of a `.npy` file are.
enum class NpyKind : std::uint8_t { boolean, signed_integer, unsigned_integer, real };

/// A `.npy` array (versions 1 to 3): numbers in C order, either byte order. The file stays mapped
/// into memory as long as the array or a copy of it exists; copies are cheap.
class NpyArray {
  public:
    /// Maps a file. Throws Error where it cannot be read, is no `.npy` file, is shorter than its
    /// shape needs, or holds what is not read: Fortran order, objects, structures, complex numbers,
    /// texts. Each is refused by name.
    static NpyArray open(const std::filesystem::path& file);
    /// The same from memory, which the array then views; `where` names it in errors.
    static NpyArray from_bytes(std::span<const std::uint8_t> bytes, std::string_view where);

    /// The length of each axis, the slowest first; empty for a single number.
    [[nodiscard]] const std::vector<std::size_t>& shape() const { return shape_; }
    [[nodiscard]] NpyKind kind() const { return kind_; }
    /// Bytes an entry.
    [[nodiscard]] std::size_t item_size() const { return item_size_; }
    /// How many entries there are.
    [[nodiscard]] std::size_t size() const { return data_.size() / item_size_; }
    /// What the array is called in errors.
    [[nodiscard]] const std::string& name() const { return name_; }

    /// The entries from `first` on, as many as `out` has; the whole is [0, size()). Real numbers as
    /// integers are not read: throws Error for entries of another kind, or out of the range of
    /// int32, and where the file has become shorter. O(entries).
    void read(std::size_t first, std::span<std::int32_t> out) const;
    /// The same as float32; integers are converted. Throws Error for a finite double beyond
    /// float32.
    void read(std::size_t first, std::span<float> out) const;
    /// The same as float64.
    void read(std::size_t first, std::span<double> out) const;

    /// All entries where they lie, if they are int32 (or float32) of this machine's own order at
    /// addresses fit for them; nothing where they have to be read. The array must outlive the span.
    [[nodiscard]] std::optional<std::span<const std::int32_t>> integers_in_place() const;
    [[nodiscard]] std::optional<std::span<const float>> reals_in_place() const;

    /// What has befallen the file since it was opened, in a sentence that names it; nothing while
    /// all is well. Entries that are lost read as zeros.
    [[nodiscard]] std::optional<std::string> fault() const;
    /// Lets go of the memory of `count` entries from `first` on until they are touched again.
    void release(std::size_t first, std::size_t count) const;

    /// All entries of a whole array.
    [[nodiscard]] std::vector<std::int32_t> integers() const;
    [[nodiscard]] std::vector<float> reals() const;
    [[nodiscard]] std::vector<double> doubles() const;

  private:
    NpyArray() = default;
    void parse(std::span<const std::uint8_t> bytes);
    void read_descriptor(std::string_view descriptor);
    [[nodiscard]] bool is_in_place(bool real) const;
    void expect_whole() const;

    std::string name_;
    std::shared_ptr<const MappedFile> file_;
    std::span<const std::uint8_t> data_;
    std::vector<std::size_t> shape_;
    NpyKind kind_ = NpyKind::real;
    std::size_t item_size_ = 1;
    bool swapped_ = false;
};

}  // namespace epochscope
