#include "io/files/mapped_file.h"
#include "io/json/json_text.h"
#include "io/npy/npy_entries.h"
#include "io/npy/npy_header.h"

#include <epochscope/io/cut_off.h>
#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <iterator>
#include <limits>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

constexpr std::string_view magic{"\x93NUMPY", 6};
/// The length of a version 2 header has 4 bytes; real headers are much shorter.
constexpr std::size_t max_header = 1U << 20U;
/// The maximum length of a text.
constexpr std::size_t max_text = 1U << 16U;

bool is_named_bfloat16(std::string_view file) {
    const std::string name = in_lower_case(std::filesystem::path(file).filename().string());
    return name.find("bfloat16") != std::string::npos || name.find("bf16") != std::string::npos;
}

void append_utf8(std::string& text, std::uint32_t code) {
    constexpr std::uint32_t replacement = 0xFFFD;
    if (code > 0x10FFFFU || (code >= 0xD800U && code < 0xE000U)) code = replacement;
    const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    const auto add_rest = [&](std::uint32_t shift) { add(0x80U | ((code >> shift) & 0x3FU)); };
    if (code < 0x80U) {
        add(code);
    } else if (code < 0x800U) {
        add(0xC0U | (code >> 6U));
        add_rest(0);
    } else if (code < 0x10000U) {
        add(0xE0U | (code >> 12U));
        add_rest(6);
        add_rest(0);
    } else {
        add(0xF0U | (code >> 18U));
        add_rest(12);
        add_rest(6);
        add_rest(0);
    }
}

bool fits_float(double value) {
    return !std::isfinite(value) ||
           std::abs(value) <= static_cast<double>(std::numeric_limits<float>::max());
}

}  // namespace

NpyArray NpyArray::open(const std::filesystem::path& file) {
    constexpr int most_attempts = 10;
    for (int attempt = 1;; ++attempt) {
        NpyArray array;
        array.name_ = file.string();
        array.file_ = std::make_shared<const MappedFile>(file);
        try {
            array.parse(array.file_->bytes());
        } catch (const FileCutOff&) {
            // The head of a file that grows may count rows that came after the file was mapped.
            std::error_code error;
            const auto size = std::filesystem::file_size(file, error);
            if (error || size <= array.file_->bytes().size() || attempt == most_attempts) throw;
            continue;
        }
        array.expect_whole();
        return array;
    }
}

NpyArray NpyArray::from_bytes(std::span<const std::uint8_t> bytes, std::string_view where,
                              std::shared_ptr<const void> owner) {
    NpyArray array;
    array.name_ = where;
    array.owner_ = std::move(owner);
    array.parse(bytes);
    return array;
}

NpyArray NpyArray::from_file(std::shared_ptr<const MappedFile> file,
                             std::span<const std::uint8_t> bytes, std::string_view where) {
    NpyArray array = from_bytes(bytes, where);
    array.file_ = std::move(file);
    array.expect_whole();
    return array;
}

void NpyArray::parse(std::span<const std::uint8_t> bytes) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (bytes.size() < 10 && magic.starts_with(text.substr(0, magic.size())))
        throw FileCutOff(name_, "is not a .npy file, since it ends after ", bytes.size(), " bytes");
    if (bytes.size() < 10 || !text.starts_with(magic)) throw Error(name_, "is not a .npy file");
    const int version = bytes[6];
    if (version < 1 || version > 3)
        throw Error(name_, "is a .npy file of version ", version, ", expected 1 to 3");
    const std::size_t begin = version == 1 ? 10 : 12;
    if (bytes.size() < begin) throw FileCutOff(name_, "ends within its header");
    std::size_t length = bytes[8] + std::size_t{256} * bytes[9];
    if (version > 1) length += (std::size_t{bytes[10]} << 16U) + (std::size_t{bytes[11]} << 24U);
    if (length > max_header || length > bytes.size() - begin)
        throw FileCutOff(name_, "ends within its header of ", length, " bytes");
    auto header = parse_npy_header(text.substr(begin, length));
    if (!header) throw Error(name_, "has a broken header, expected descr, fortran_order and shape");
    shape_ = std::move(header->shape);
    read_descriptor(header->descriptor);
    fortran_order_ = header->fortran_order && shape_.size() > 1;
    std::size_t size = item_size_;
    bool overflow = false;
    for (const std::size_t axis : shape_)
        overflow = __builtin_mul_overflow(size, axis, &size) || overflow;
    const std::size_t rest = bytes.size() - begin - length;
    if (overflow || size > rest)
        throw FileCutOff(name_, "is too short for its shape: it has ", rest,
                         " bytes of data, expected ", overflow ? "far more" : std::to_string(size));
    data_ = bytes.subspan(begin + length, size);
}

void NpyArray::read_descriptor(std::string_view descriptor) {
    if (descriptor.empty())
        throw Error(name_,
                    "holds structures, expected numbers; save it as "
                    "numpy.lib.recfunctions.structured_to_unstructured(x)");
    const auto refuse = [&](std::string_view what) {
        throw Error(name_, "holds ", what, " (", in_quotes(descriptor), "), expected ",
                    "integers, real numbers or texts",
                    what != "objects" ? ""
                    : shape_.empty()  ? "; save it by numpy.savez(\"x.npz\", **x.item())"
                                      : "; save it as numpy.array(x.tolist())");
    };
    if (descriptor.size() < 2 ||
        std::string_view("<>|=").find(descriptor[0]) == std::string_view::npos)
        return refuse(descriptor == "O" ? "objects" : "an unsupported type");
    read_size(descriptor);
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
            if (item_size_ != 2) return refuse("structures");
            is_bfloat16_ = true;
            kind_ = NpyKind::real;
            break;
        case 'S':
        case 'U':
            kind_ = NpyKind::text;
            is_wide_ = descriptor[1] == 'U';
            break;
        default:
            return refuse("an unsupported type");
    }
    const bool bad_size = kind_ == NpyKind::boolean ? item_size_ != 1
                          : kind_ == NpyKind::real  ? item_size_ < 2
                                                    : item_size_ == 0;
    if (bad_size)
        return refuse(kind_ == NpyKind::text ? "texts of an unsupported length"
                                             : "numbers of an unsupported width");
    const bool is_integer = kind_ == NpyKind::signed_integer || kind_ == NpyKind::unsigned_integer;
    if (is_integer && item_size_ == 2 && is_named_bfloat16(name_)) {
        is_bfloat16_ = true;
        kind_ = NpyKind::real;
    }
    constexpr bool host_is_little = std::endian::native == std::endian::little;
    swapped_ = item_size_ > 1 && descriptor[0] == (host_is_little ? '>' : '<');
}

/// The bytes of an entry; 0 if they are not supported.
void NpyArray::read_size(std::string_view descriptor) {
    const std::string_view size = descriptor.substr(2);
    if (descriptor[1] != 'S' && descriptor[1] != 'U') {
        item_size_ = size == "1" ? 1 : size == "2" ? 2 : size == "4" ? 4 : size == "8" ? 8 : 0;
        return;
    }
    std::size_t length = 0;
    const char* const end = size.data() + size.size();
    const auto [stop, error] = std::from_chars(size.data(), end, length);
    const bool fits = error == std::errc{} && stop == end && length <= max_text;
    item_size_ = fits ? length * (descriptor[1] == 'U' ? 4 : 1) : 0;
}

std::string NpyArray::type_name() const {
    const std::string bits = std::to_string(item_size_ * 8);
    const auto name = [&]() -> std::string {
        switch (kind_) {
            case NpyKind::boolean:
                return "bool";
            case NpyKind::signed_integer:
                return "int" + bits;
            case NpyKind::unsigned_integer:
                return "uint" + bits;
            case NpyKind::text:
                return "text";
            case NpyKind::real:
                break;
        }
        return (is_bfloat16_ ? "bfloat" : "float") + bits;
    };
    return name() + (swapped_ ? " in big-endian order" : "") +
           (fortran_order_ ? " in Fortran order" : "");
}

NpyArray NpyArray::squeezed() const {
    NpyArray array = *this;
    if (shape_.size() < 2) return array;
    array.shape_.resize(1);
    std::copy_if(shape_.begin() + 1, shape_.end(), std::back_inserter(array.shape_),
                 [](std::size_t length) { return length != 1; });
    if (array.shape_.size() == 1) array.shape_.push_back(1);
    return array;
}

NpyArray NpyArray::part(std::size_t index) const {
    if (fortran_order_)
        throw Error(name_,
                    "is in Fortran order, expected C order; save it by "
                    "numpy.ascontiguousarray(x)");
    NpyArray array = *this;
    array.shape_.erase(array.shape_.begin());
    const std::size_t bytes = shape_[0] == 0 ? 0 : data_.size() / shape_[0];
    array.data_ = data_.subspan(index * bytes, bytes);
    return array;
}

NpyArray NpyArray::as_column() const {
    NpyArray array = *this;
    array.shape_.resize(1, 1);
    array.shape_.push_back(1);
    return array;
}

template <typename Use>
void NpyArray::for_entries(std::size_t first, std::size_t count, const Use& use) const {
    const std::uint8_t* const data = data_.data();
    if (!fortran_order_ || count == 0) {
        for (std::size_t k = 0; k < count; ++k) use(k, data + (first + k) * item_size_);
        return;
    }
    // The place of an entry along each axis, and the bytes from one place to the next.
    const std::size_t axes = shape_.size();
    std::vector<std::size_t> place(axes);
    std::vector<std::size_t> stride(axes, item_size_);
    for (std::size_t a = 1; a < axes; ++a) stride[a] = stride[a - 1] * shape_[a - 1];
    std::size_t rest = first;
    for (std::size_t a = axes; a-- > 0; rest /= shape_[a]) place[a] = rest % shape_[a];
    std::size_t offset = 0;
    for (std::size_t a = 0; a < axes; ++a) offset += place[a] * stride[a];
    for (std::size_t k = 0; k < count; ++k) {
        use(k, data + offset);
        for (std::size_t a = axes; a-- > 0;) {
            offset += stride[a];
            if (++place[a] < shape_[a]) break;
            offset -= shape_[a] * stride[a];
            place[a] = 0;
        }
    }
}

void NpyArray::expect_numbers() const {
    if (kind_ == NpyKind::text) throw Error(name_, "holds texts, expected numbers");
}

void NpyArray::read(std::size_t first, std::span<std::int32_t> out) const {
    expect_numbers();
    if (const auto all = integers_in_place()) {
        std::ranges::copy(all->subspan(first, out.size()), out.begin());
        return expect_whole();
    }
    with_type(kind_, item_size_, is_bfloat16_, [&](auto type) {
        using From = decltype(type);
        for_entries(first, out.size(), [&](std::size_t i, const std::uint8_t* from) {
            const From value = load<From>(from, swapped_);
            const auto refuse = [&](const auto& shown, const char* expected) {
                throw Error(name_, "entry ", first + i, " is ", shown, ", expected ", expected);
            };
            if constexpr (std::is_integral_v<From>) {
                if (!std::in_range<std::int32_t>(value)) refuse(value, "an integer of 32 bits");
                out[i] = static_cast<std::int32_t>(value);
            } else {
                constexpr double limit = 0x1p31;
                const auto real = static_cast<double>(value);
                if (!std::isnan(real) &&
                    (std::trunc(real) != real || real < -limit || real >= limit))
                    refuse(real, "a whole number of 32 bits");
                out[i] = std::isnan(real) ? -1 : static_cast<std::int32_t>(real);
            }
        });
    });
    expect_whole();
}

void NpyArray::read(std::size_t first, std::span<float> out) const {
    expect_numbers();
    with_type(kind_, item_size_, is_bfloat16_, [&](auto type) {
        using From = decltype(type);
        for_entries(first, out.size(), [&](std::size_t i, const std::uint8_t* from) {
            const From value = load<From>(from, swapped_);
            if constexpr (std::is_same_v<From, double>)
                if (!fits_float(value))
                    throw Error(name_, "entry ", first + i, " is ", value,
                                ", expected a number within +-3.4e38");
            out[i] = static_cast<float>(value);
        });
    });
    expect_whole();
}

void NpyArray::read(std::size_t first, std::span<double> out) const {
    expect_numbers();
    with_type(kind_, item_size_, is_bfloat16_, [&](auto type) {
        using From = decltype(type);
        for_entries(first, out.size(), [&](std::size_t i, const std::uint8_t* from) {
            out[i] = static_cast<double>(load<From>(from, swapped_));
        });
    });
    expect_whole();
}

bool NpyArray::is_in_place(bool real) const {
    const bool fits = real ? kind_ == NpyKind::real : kind_ == NpyKind::signed_integer;
    return fits && item_size_ == 4 && !swapped_ && !fortran_order_ &&
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
    if (!file_) return;
    // In Fortran order, the entries lie everywhere.
    file_->release(fortran_order_ ? data_ : data_.subspan(first * item_size_, count * item_size_));
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

std::vector<std::string> NpyArray::texts() const {
    if (kind_ != NpyKind::text) throw Error(name_, "holds numbers, expected texts");
    std::vector<std::string> texts(size());
    const std::size_t width = is_wide_ ? 4 : 1;
    for_entries(0, texts.size(), [&](std::size_t i, const std::uint8_t* from) {
        for (std::size_t at = 0; at < item_size_; at += width) {
            const std::uint32_t code =
                is_wide_ ? load<std::uint32_t>(from + at, swapped_) : from[at];
            // Shorter texts are padded with zeros.
            if (code == 0) break;
            if (is_wide_)
                append_utf8(texts[i], code);
            else
                texts[i] += static_cast<char>(code);
        }
    });
    expect_whole();
    return texts;
}

std::vector<double> NpyArray::doubles() const {
    std::vector<double> values(size());
    read(0, std::span(values));
    return values;
}

}  // namespace epochscope
