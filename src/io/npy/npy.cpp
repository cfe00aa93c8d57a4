#include "io/files/mapped_file.h"
#include "io/json/json_text.h"
#include "io/npy/npy_header.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

namespace epochscope {

namespace {

constexpr std::string_view magic{"\x93NUMPY", 6};
/// The length of a version 2 header has 4 bytes; real headers are much shorter.
constexpr std::size_t max_header = 1U << 20U;

template <typename T>
T load(const std::uint8_t* from, bool swapped) {
    std::array<std::uint8_t, sizeof(T)> bytes{};
    std::copy_n(from, sizeof(T), bytes.begin());
    if (swapped) std::reverse(bytes.begin(), bytes.end());
    return std::bit_cast<T>(bytes);
}

/// Calls `use` with a value of the entries' type.
template <typename Use>
void with_type(NpyKind kind, std::size_t item_size, Use use) {
    if (kind == NpyKind::real) return item_size == 4 ? use(float{}) : use(double{});
    const bool is_signed = kind == NpyKind::signed_integer;
    switch (item_size) {
        case 1:
            return is_signed ? use(std::int8_t{}) : use(std::uint8_t{});
        case 2:
            return is_signed ? use(std::int16_t{}) : use(std::uint16_t{});
        case 4:
            return is_signed ? use(std::int32_t{}) : use(std::uint32_t{});
        default:
            return is_signed ? use(std::int64_t{}) : use(std::uint64_t{});
    }
}

template <typename From>
bool fits_float(From value) {
    if constexpr (std::is_same_v<From, double>)
        return !std::isfinite(value) ||
               std::abs(value) <= static_cast<double>(std::numeric_limits<float>::max());
    return true;
}

}  // namespace

NpyArray NpyArray::open(const std::filesystem::path& file) {
    NpyArray array;
    array.name_ = file.string();
    array.file_ = std::make_shared<const MappedFile>(file);
    array.parse(array.file_->bytes());
    array.expect_whole();
    return array;
}

NpyArray NpyArray::from_bytes(std::span<const std::uint8_t> bytes, std::string_view where) {
    NpyArray array;
    array.name_ = where;
    array.parse(bytes);
    return array;
}

void NpyArray::parse(std::span<const std::uint8_t> bytes) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (bytes.size() < 10 || !text.starts_with(magic)) throw Error(name_, "is not a .npy file");
    const int version = bytes[6];
    if (version < 1 || version > 3)
        throw Error(name_, "is a .npy file of version ", version, ", expected 1 to 3");
    const std::size_t begin = version == 1 ? 10 : 12;
    if (bytes.size() < begin) throw Error(name_, "ends within its header");
    std::size_t length = bytes[8] + std::size_t{256} * bytes[9];
    if (version > 1) length += (std::size_t{bytes[10]} << 16U) + (std::size_t{bytes[11]} << 24U);
    if (length > max_header || length > bytes.size() - begin)
        throw Error(name_, "ends within its header of ", length, " bytes");
    auto header = parse_npy_header(text.substr(begin, length));
    if (!header) throw Error(name_, "has a broken header, expected descr, fortran_order and shape");
    read_descriptor(header->descriptor);
    if (header->fortran_order)
        throw Error(name_, "is in Fortran order, expected C order (numpy.ascontiguousarray)");
    std::size_t size = item_size_;
    bool overflow = false;
    for (const std::size_t axis : header->shape)
        overflow = __builtin_mul_overflow(size, axis, &size) || overflow;
    const std::size_t rest = bytes.size() - begin - length;
    if (overflow || size > rest)
        throw Error(name_, "is too short for its shape: it has ", rest, " bytes of data, expected ",
                    overflow ? "far more" : std::to_string(size));
    shape_ = std::move(header->shape);
    data_ = bytes.subspan(begin + length, size);
}

void NpyArray::read_descriptor(std::string_view descriptor) {
    if (descriptor.empty()) throw Error(name_, "holds structures, expected numbers");
    const auto refuse = [&](std::string_view what) {
        throw Error(name_, "holds ", what, " (", in_quotes(descriptor), "), expected ",
                    "integers, float32 or float64");
    };
    if (descriptor.size() < 2 ||
        std::string_view("<>|=").find(descriptor[0]) == std::string_view::npos)
        return refuse(descriptor == "O" ? "objects" : "an unsupported type");
    const std::string_view size = descriptor.substr(2);
    item_size_ = size == "1" ? 1 : size == "2" ? 2 : size == "4" ? 4 : size == "8" ? 8 : 0;
    switch (descriptor[1]) {
        case 'b':
            kind_ = NpyKind::boolean;
            break;
        case 'i':
            kind_ = NpyKind::signed_integer;
            break;
        case 'u':
            kind_ = NpyKind::unsigned_integer;
            break;
        case 'f':
            kind_ = NpyKind::real;
            break;
        case 'O':
            return refuse("objects");
        case 'c':
            return refuse("complex numbers");
        case 'V':
            return refuse("structures");
        case 'S':
        case 'U':
            return refuse("strings");
        default:
            return refuse("an unsupported type");
    }
    const bool bad_size = kind_ == NpyKind::boolean ? item_size_ != 1
                          : kind_ == NpyKind::real  ? item_size_ < 4
                                                    : item_size_ == 0;
    if (bad_size) return refuse("numbers of an unsupported width");
    constexpr bool host_is_little = std::endian::native == std::endian::little;
    swapped_ = item_size_ > 1 && descriptor[0] == (host_is_little ? '>' : '<');
}

void NpyArray::read(std::size_t first, std::span<std::int32_t> out) const {
    if (kind_ == NpyKind::real) throw Error(name_, "holds real numbers, expected integers");
    if (const auto all = integers_in_place()) {
        std::ranges::copy(all->subspan(first, out.size()), out.begin());
        return expect_whole();
    }
    const std::uint8_t* from = data_.data() + first * item_size_;
    with_type(kind_, item_size_, [&](auto type) {
        using From = decltype(type);
        if constexpr (std::is_integral_v<From>)
            for (std::size_t i = 0; i < out.size(); ++i, from += sizeof(From)) {
                const From value = load<From>(from, swapped_);
                if (!std::in_range<std::int32_t>(value))
                    throw Error(name_, "entry ", first + i, " is ", value,
                                ", expected an integer of 32 bits");
                out[i] = static_cast<std::int32_t>(value);
            }
    });
    expect_whole();
}

void NpyArray::read(std::size_t first, std::span<float> out) const {
    const std::uint8_t* from = data_.data() + first * item_size_;
    with_type(kind_, item_size_, [&](auto type) {
        using From = decltype(type);
        for (std::size_t i = 0; i < out.size(); ++i, from += sizeof(From)) {
            const From value = load<From>(from, swapped_);
            if (!fits_float(value))
                throw Error(name_, "entry ", first + i, " is ", value,
                            ", expected a number within +-3.4e38");
            out[i] = static_cast<float>(value);
        }
    });
    expect_whole();
}

void NpyArray::read(std::size_t first, std::span<double> out) const {
    const std::uint8_t* from = data_.data() + first * item_size_;
    with_type(kind_, item_size_, [&](auto type) {
        using From = decltype(type);
        for (double& value : out) {
            value = static_cast<double>(load<From>(from, swapped_));
            from += sizeof(From);
        }
    });
    expect_whole();
}

bool NpyArray::is_in_place(bool real) const {
    const bool fits = real ? kind_ == NpyKind::real : kind_ == NpyKind::signed_integer;
    return fits && item_size_ == 4 && !swapped_ &&
           reinterpret_cast<std::uintptr_t>(data_.data()) % 4 == 0;
}

std::optional<std::span<const std::int32_t>> NpyArray::integers_in_place() const {
    if (!is_in_place(false)) return std::nullopt;
    return std::span(reinterpret_cast<const std::int32_t*>(data_.data()), size());
}

std::optional<std::span<const float>> NpyArray::reals_in_place() const {
    if (!is_in_place(true)) return std::nullopt;
    return std::span(reinterpret_cast<const float*>(data_.data()), size());
}

std::optional<std::string> NpyArray::fault() const {
    if (!file_ || !file_->is_broken()) return std::nullopt;
    return name_ + ": has become shorter, or could not be read any more, while it was open";
}

void NpyArray::expect_whole() const {
    if (const auto what = fault()) throw Error(*what);
}

void NpyArray::release(std::size_t first, std::size_t count) const {
    if (file_) file_->release(data_.subspan(first * item_size_, count * item_size_));
}

std::vector<std::int32_t> NpyArray::integers() const {
    std::vector<std::int32_t> values(size());
    read(0, std::span(values));
    return values;
}

std::vector<float> NpyArray::reals() const {
    std::vector<float> values(size());
    read(0, std::span(values));
    return values;
}

std::vector<double> NpyArray::doubles() const {
    std::vector<double> values(size());
    read(0, std::span(values));
    return values;
}

}  // namespace epochscope
