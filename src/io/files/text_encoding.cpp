#include "io/files/text_encoding.h"

#include <epochscope/model/error.h>

#include <iconv.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace epochscope {

namespace {

using namespace std::string_view_literals;

/// The bytes that tell an encoding without a mark.
constexpr std::size_t looked_at = 4096;

/// A conversion by the C library.
class Conversion {
  public:
    explicit Conversion(const char* from) : handle_(iconv_open("UTF-8", from)) {}
    ~Conversion() {
        if (is_known()) iconv_close(handle_);
    }
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;

    [[nodiscard]] bool is_known() const { return handle_ != reinterpret_cast<iconv_t>(-1); }

    /// Nothing if the bytes are not of this encoding.
    std::optional<std::string> convert(std::string_view bytes) {
        constexpr std::size_t piece = std::size_t{1} << 16U;
        std::string text;
        std::string part(piece, '\0');
        // It reads only, whatever its type says.
        char* in =
            const_cast<char*>(bytes.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
        std::size_t left = bytes.size();
        while (left > 0) {
            char* out = part.data();
            std::size_t room = part.size();
            const std::size_t result = iconv(handle_, &in, &left, &out, &room);
            text.append(part.data(), part.size() - room);
            if (result == static_cast<std::size_t>(-1) && errno != E2BIG) return std::nullopt;
        }
        return text;
    }

  private:
    iconv_t handle_;
};

/// The byte order of UTF-16 without a mark, which has a zero in every second byte of what is
/// written in ASCII: separators, digits, ends of lines.
const char* order_without_mark(std::string_view bytes) {
    const std::string_view begin = bytes.substr(0, looked_at);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < begin.size(); ++i)
        if (begin[i] == '\0') ++zeros[i % 2];
    if (bytes.size() % 2 != 0 || zeros[0] + zeros[1] < begin.size() / 20 + 1) return nullptr;
    if (zeros[0] == 0) return "UTF-16LE";
    return zeros[1] == 0 ? "UTF-16BE" : nullptr;
}

/// Whether most pairs of bytes are of the block where Chinese texts have nearly all characters.
/// Western texts in one byte a letter have a letter of ASCII behind one with an accent.
bool looks_chinese(std::string_view bytes) {
    constexpr std::uint8_t high = 0xA1;
    std::size_t pairs = 0;
    std::size_t of_block = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        if (static_cast<std::uint8_t>(bytes[i]) < 0x80) continue;
        ++pairs;
        ++i;
        if (static_cast<std::uint8_t>(bytes[i]) >= high) ++of_block;
    }
    return of_block * 2 > pairs;
}

std::string line_of(std::string_view text, std::size_t at) {
    return std::to_string(std::ranges::count(text.substr(0, at), '\n') + 1);
}

/// The encoding, of which the mark is taken off; null: UTF-8.
const char* take_encoding(std::string_view where, std::string_view& bytes) {
    const auto take = [&](std::string_view mark) {
        if (!bytes.starts_with(mark)) return false;
        bytes.remove_prefix(mark.size());
        return true;
    };
    if (take("\xFF\xFE\0\0"sv) || take("\0\0\xFE\xFF"sv))
        throw Error(where, "is in UTF-32, expected UTF-8, UTF-16 or GB18030");
    if (take("\xFF\xFE")) return "UTF-16LE";
    if (take("\xFE\xFF")) return "UTF-16BE";
    take("\xEF\xBB\xBF");
    if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos) {
        if (const char* order = order_without_mark(bytes)) return order;
        throw Error(where, "line ", line_of(bytes, zero), " holds a NUL byte, expected a text");
    }
    if (simdjson::validate_utf8(bytes.data(), bytes.size())) return nullptr;
    if (looks_chinese(bytes)) return "GB18030";
    throw Error(where,
                "is not in UTF-8, perhaps in Windows-1252 or another encoding of one byte a "
                "letter; expected UTF-8, UTF-16 or GB18030");
}

}  // namespace

std::string_view whole_lines(std::string_view text) {
    const bool is_wide = text.find('\0') != std::string_view::npos ||
                         text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    const char end_of_line = text.find('\n') == std::string_view::npos ? '\r' : '\n';
    if (!is_wide) return text.substr(0, text.rfind(end_of_line) + 1);
    for (std::size_t end = text.size() / 2 * 2; end > 0; end -= 2) {
        const std::string_view unit = text.substr(end - 2, 2);
        if (unit == "\n\0"sv || unit == "\0\n"sv) return text.substr(0, end);
    }
    return {};
}

DecodedText::DecodedText(std::string_view where, std::string_view bytes) {
    const char* from = take_encoding(where, bytes);
    if (from != nullptr)
        convert(where, bytes, from);
    else
        view_ = bytes;
    end_lines();
}

void DecodedText::end_lines() {
    if (view().find('\n') != std::string_view::npos || view().find('\r') == std::string_view::npos)
        return;
    if (!is_copy_) copy_ = view_;
    is_copy_ = true;
    std::ranges::replace(copy_, '\r', '\n');
}

void DecodedText::convert(std::string_view where, std::string_view bytes, const char* from) {
    encoding_ = std::string_view(from).starts_with("UTF-16") ? "UTF-16"sv : "GB18030"sv;
    Conversion conversion(from);
    if (!conversion.is_known())
        throw Error(where, "is in ", encoding_, ", which this system cannot read; expected UTF-8");
    auto text = conversion.convert(bytes);
    if (!text)
        throw Error(where, "is neither in UTF-8 nor in ", encoding_,
                    ", expected UTF-8, UTF-16 or GB18030");
    if (const std::size_t zero = text->find('\0'); zero != std::string::npos)
        throw Error(where, "line ", line_of(*text, zero), " holds a NUL character");
    copy_ = *std::move(text);
    is_copy_ = true;
}

std::string decoded(std::string_view where, std::string bytes, std::vector<std::string>& warnings) {
    try {
        const DecodedText text(where, bytes);
        if (!text.is_copy()) return bytes;
        if (!text.converted_from().empty())
            warnings.push_back(std::string(where) + ": is read as " +
                               std::string(text.converted_from()));
        return std::string(text.view());
    } catch (const Error& error) {
        if (bytes.find('\0') != std::string::npos) throw;
        warnings.emplace_back(error.what());
    }
    return bytes;
}

}  // namespace epochscope
