#include "io/json/json_text.h"

#include "io/files/input_file.h"

#include <epochscope/io/cut_off.h>
#include <epochscope/model/error.h>

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace epochscope {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t longest_quote = 40;
constexpr std::array<std::string_view, 3> not_numbers{"NaN", "Infinity", "-Infinity"};

/// The text around a byte, as printable ASCII.
std::string surroundings(std::string_view text, std::size_t byte) {
    constexpr std::size_t before = 10;
    constexpr std::size_t length = 20;
    std::string result;
    for (const char c : text.substr(byte > before ? byte - before : 0, length))
        result += c >= ' ' && c <= '~' ? c : '?';
    return in_quotes(result);
}

/// Parses JSON only to find faults.
class FaultFinder : public nlohmann::json_sax<nlohmann::json> {
  public:
    bool null() override { return true; }
    bool boolean(bool /*value*/) override { return true; }
    bool number_integer(number_integer_t /*value*/) override { return true; }
    bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
    bool string(string_t& /*value*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return true; }
    bool start_object(std::size_t /*elements*/) override { return true; }
    bool key(string_t& /*value*/) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t /*elements*/) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const nlohmann::detail::exception& error) override {
        byte_ = position;
        out_of_range_ = dynamic_cast<const nlohmann::detail::out_of_range*>(&error) != nullptr;
        return false;
    }

    /// Counted from 1; beyond the text if it ended too early.
    [[nodiscard]] std::size_t byte() const { return byte_; }
    [[nodiscard]] bool out_of_range() const { return out_of_range_; }

  private:
    std::size_t byte_ = 0;
    bool out_of_range_ = false;
};

/// Calls use(begin, word) for each NaN, Infinity and -Infinity outside of strings.
template <typename Use>
void for_words(std::string_view text, const Use& use) {
    bool is_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (is_string && c == '\\') ++at;
        if (c == '"') is_string = !is_string;
        if (is_string || (c != 'N' && c != 'I' && c != '-')) continue;
        for (const std::string_view word : not_numbers)
            if (text.substr(at).starts_with(word)) {
                use(at, word);
                at += word.size() - 1;
                break;
            }
    }
}

/// The text with numbers of the same length instead of these words.
std::string with_zeros(std::string_view text) {
    std::string masked(text);
    for_words(text, [&](std::size_t at, std::string_view word) {
        std::fill_n(masked.begin() + static_cast<std::ptrdiff_t>(at), word.size(), ' ');
        masked[at] = '0';
    });
    return masked;
}

}  // namespace

JsonText::JsonText(std::size_t size)
    : memory_(std::make_unique_for_overwrite<char[]>(size + simdjson::SIMDJSON_PADDING)),
      room_(size),
      size_(size) {}

std::size_t JsonText::capacity() const { return size_ + simdjson::SIMDJSON_PADDING; }

void JsonText::skip_mark() {
    std::memset(memory_.get() + size_, 0, simdjson::SIMDJSON_PADDING);
    if (!view().starts_with(byte_order_mark)) return;
    begin_ = byte_order_mark.size();
    size_ -= byte_order_mark.size();
}

JsonText JsonText::from_file(const std::filesystem::path& file, std::size_t limit) {
    InputFile input(file, limit);
    JsonText text(input.size());
    text.size_ = input.read({reinterpret_cast<std::uint8_t*>(text.memory_.get()), input.size()});
    text.skip_mark();
    return text;
}

JsonText JsonText::from_bytes(std::span<const std::uint8_t> bytes) {
    JsonText text;
    text.assign({}, bytes, {});
    return text;
}

void JsonText::assign(std::string_view before, std::span<const std::uint8_t> bytes,
                      std::string_view after) {
    const std::size_t size = before.size() + bytes.size() + after.size();
    if (size > room_) *this = JsonText(size);
    begin_ = 0;
    size_ = size;
    char* end = std::copy(before.begin(), before.end(), memory_.get());
    end = std::copy(bytes.begin(), bytes.end(), end);
    std::copy(after.begin(), after.end(), end);
    skip_mark();
}

std::string shortened(std::string_view text) {
    std::size_t length = std::min(text.size(), longest_quote);
    // Not in the middle of a character.
    while (length > 0 && length < text.size() && (text[length] & 0xC0) == 0x80) --length;
    std::string result;
    for (const char c : text.substr(0, length))
        if (static_cast<unsigned char>(c) >= ' ') result += c;
    return result + (length < text.size() ? "..." : "");
}

std::string in_quotes(std::string_view text) { return '"' + shortened(text) + '"'; }

bool is_not_a_number(std::string_view token) {
    token = token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
    return token == "null" || std::ranges::find(not_numbers, token) != not_numbers.end();
}

std::optional<std::string> with_nulls(std::string_view text) {
    std::string replaced;
    std::size_t copied = 0;
    for_words(text, [&](std::size_t at, std::string_view word) {
        replaced.append(text, copied, at - copied);
        replaced += "null";
        copied = at + word.size();
    });
    if (copied == 0) return std::nullopt;
    replaced.append(text, copied);
    return replaced;
}

void throw_json_fault(std::string_view where, std::string_view original) {
    const std::string text = with_zeros(original);
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
        throw Error(where, "is empty, expected JSON");
    FaultFinder finder;
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &finder)) return;
    const std::size_t byte = std::min(finder.byte(), text.size());
    const auto line =
        1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(byte), '\n');
    if (finder.byte() > text.size())
        throw FileCutOff(where, "ends too early, as if it were cut off (byte ", text.size(), ")");
    throw Error(where, finder.out_of_range() ? "holds too large a number" : "is not valid JSON",
                " at byte ", byte, " (line ", line, "), near ", surroundings(text, byte));
}

}  // namespace epochscope
