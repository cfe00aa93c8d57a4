#include "io/npy/growing_array.h"

#include "io/files/input_file.h"
#include "io/files/paths.h"
#include "io/npy/array_file.h"
#include "io/npy/shape_text.h"

#include <epochscope/io/npy.h>
#include <epochscope/io/output_file.h>
#include <epochscope/model/error.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;
using RowBytes = std::vector<std::byte>;

/// How rows of a file are laid out.
struct RowLayout {
    std::string type;
    /// Of all rows.
    std::vector<std::size_t> shape;
    std::size_t item_size = 0;

    [[nodiscard]] std::size_t entries() const {
        return std::accumulate(shape.begin() + 1, shape.end(), std::size_t{1}, std::multiplies<>());
    }
    [[nodiscard]] std::size_t bytes() const { return entries() * item_size; }
    [[nodiscard]] std::string head(std::size_t rows) const {
        std::vector<std::size_t> all = shape;
        all[0] = rows;
        return npy_head(type, all);
    }
    [[nodiscard]] bool has_like_rows(const RowLayout& other) const {
        return type == other.type &&
               std::ranges::equal(std::span(shape).subspan(1), std::span(other.shape).subspan(1));
    }
    /// -1 or NaN, as the bytes of an entry.
    [[nodiscard]] RowBytes filler() const {
        const auto bytes_of = [](auto value) {
            const auto bytes = std::bit_cast<std::array<std::byte, sizeof value>>(value);
            return RowBytes(bytes.begin(), bytes.end());
        };
        if (type == "<i4") return bytes_of(std::int32_t{-1});
        if (type == "<f4") return bytes_of(std::numeric_limits<float>::quiet_NaN());
        return bytes_of(std::numeric_limits<double>::quiet_NaN());
    }
    [[nodiscard]] RowBytes missing_row() const {
        const RowBytes one = filler();
        RowBytes row;
        row.reserve(bytes());
        for (std::size_t i = 0; i < entries(); ++i) row.insert(row.end(), one.begin(), one.end());
        return row;
    }
};

RowLayout row_layout_of(const NpyArray& array) {
    const bool is_real = array.kind() == NpyKind::real;
    const bool is_ours = is_real
                             ? array.item_size() == 4 || array.item_size() == 8
                             : array.kind() == NpyKind::signed_integer && array.item_size() == 4;
    if (!is_ours || array.shape().size() < 2)
        throw Error(array.name(), "is of ", array.type_name(), " in the shape ",
                    shape_text(array.shape()), ", expected an array that epochscope wrote");
    return {(is_real ? "<f" : "<i") + std::to_string(array.item_size()), array.shape(),
            array.item_size()};
}

/// A file that is changed in place.
class FileInPlace {
  public:
    explicit FileInPlace(const fs::path& file)
        : name_(file.string()), descriptor_(::open(file.c_str(), O_RDWR | O_CLOEXEC)) {
        if (descriptor_ < 0) fail();
    }
    ~FileInPlace() { ::close(descriptor_); }
    FileInPlace(const FileInPlace&) = delete;
    FileInPlace& operator=(const FileInPlace&) = delete;

    void write(std::span<const std::byte> bytes, std::size_t at) const {
        while (!bytes.empty()) {
            const ssize_t count =
                ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(at));
            if (count < 0 && errno != EINTR) fail();
            if (count <= 0) continue;
            bytes = bytes.subspan(static_cast<std::size_t>(count));
            at += static_cast<std::size_t>(count);
        }
    }
    void write_head(std::string_view head) const { write(std::as_bytes(std::span(head)), 0); }
    /// Brings it to the disk, before another file counts on it.
    void sync() const {
        if (::fdatasync(descriptor_) != 0 && errno != EINVAL) fail();
    }
    [[nodiscard]] RowBytes read(std::size_t at, std::size_t count) const {
        RowBytes bytes(count);
        for (std::size_t done = 0; done < count;) {
            const ssize_t some = ::pread(descriptor_, bytes.data() + done, count - done,
                                         static_cast<off_t>(at + done));
            if (some == 0) throw Error(name_, "has become shorter while it was open");
            if (some < 0 && errno != EINTR) fail();
            if (some > 0) done += static_cast<std::size_t>(some);
        }
        return bytes;
    }

  private:
    [[noreturn]] void fail() const {
        throw Error(name_, "cannot be written (", system_message(), ")");
    }

    std::string name_;
    int descriptor_;
};

/// The bytes before the entries.
std::size_t head_size(const FileInPlace& file) {
    // Of version 1, which epochscope writes.
    constexpr std::size_t prelude = 10;
    const RowBytes bytes = file.read(0, prelude);
    return prelude + std::to_integer<std::size_t>(bytes[8]) +
           (std::to_integer<std::size_t>(bytes[9]) << 8U);
}

/// A row whose last axis has another length, padded.
RowBytes padded(const RowBytes& row, const RowLayout& from, const RowLayout& to) {
    const std::size_t old_width = from.shape.back() * from.item_size;
    const std::size_t width = to.shape.back() * to.item_size;
    if (old_width == width) return row;
    RowBytes wide = to.missing_row();
    for (std::size_t i = 0; i * old_width < row.size(); ++i)
        std::memcpy(wide.data() + i * width, row.data() + i * old_width, old_width);
    return wide;
}

/// One layout for rows of both.
RowLayout joint_layout(RowLayout a, const RowLayout& b, const fs::path& file) {
    const std::size_t last = a.shape.size() - 1;
    const bool fits = a.type == b.type && a.shape.size() == b.shape.size() && last > 1 &&
                      std::equal(a.shape.begin() + 1, a.shape.end() - 1, b.shape.begin() + 1);
    if (!fits)
        throw Error(file.string(), "has rows of ", a.type, " in the shape ", shape_text(a.shape),
                    ", the new epoch one of ", b.type, " in ", shape_text(b.shape));
    a.shape[last] = std::max(a.shape[last], b.shape[last]);
    return a;
}

/// Adds a row in place: its bytes, then the head that counts it.
void append_in_place(const FileInPlace& file, const RowLayout& layout, const RowBytes& row,
                     std::size_t rows) {
    file.write(row, head_size(file) + rows * layout.bytes());
    file.write_head(layout.head(rows + 1));
    file.sync();
}

}  // namespace

void append_row(const fs::path& file, const fs::path& row, std::size_t rows) {
    std::optional<RowLayout> had;
    std::optional<RowLayout> given;
    RowBytes bytes;
    if (path_exists(file)) had = row_layout_of(NpyArray::open(file));
    if (path_exists(row)) {
        given = row_layout_of(NpyArray::open(row));
        const FileInPlace open(row);
        bytes = open.read(head_size(open), given->bytes());
    } else if (had) {
        given = had;
        bytes = had->missing_row();
    } else {
        return;
    }
    if (had && had->shape[0] < rows)
        throw Error(file.string(), "has ", had->shape[0], " rows, expected ", rows);
    if (had && had->has_like_rows(*given)) {
        const FileInPlace open(file);
        // A head grows only where its numbers need more room than it has.
        if (had->head(rows + 1).size() == head_size(open))
            return append_in_place(open, *had, bytes, rows);
    }
    const bool is_alike = !had || had->has_like_rows(*given);
    const RowLayout layout = is_alike ? *given : joint_layout(*had, *given, file);
    OutputFile output(file);
    output.write(layout.head(rows + 1));
    const std::optional<FileInPlace> before =
        had ? std::optional<FileInPlace>(std::in_place, file) : std::nullopt;
    const std::size_t head = before ? head_size(*before) : 0;
    for (std::size_t r = 0; r < rows; ++r)
        output.write(had ? padded(before->read(head + r * had->bytes(), had->bytes()), *had, layout)
                         : layout.missing_row());
    output.write(padded(bytes, *given, layout));
    output.finish();
}

void cut_rows(const fs::path& file, std::size_t rows) {
    const RowLayout layout = row_layout_of(NpyArray::open(file));
    if (layout.shape[0] == rows) return;
    const FileInPlace open(file);
    if (layout.shape[0] < rows || layout.head(rows).size() != head_size(open))
        throw Error(file.string(), "has ", layout.shape[0], " rows, expected ", rows);
    open.write_head(layout.head(rows));
}

}  // namespace epochscope
