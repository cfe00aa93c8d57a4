#include "io/dynamics/literal_reader.h"

#include "io/json/json_text.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/// Letters of numbers and names.
bool is_of_word(char c) { return is_digit(c) || is_letter(c) || c == '.' || c == '+' || c == '-'; }

/// Encodes UTF-8; invalid code points become U+FFFD.
void append(std::string& text, char32_t code) {
    if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
    const auto put = [&](char32_t lead, char32_t bits) { text += static_cast<char>(lead | bits); };
    const auto rest = [&](unsigned shift) { put(0x80, (code >> shift) & 0x3FU); };
    if (code < 0x80) {
        put(0, code);
    } else if (code < 0x800) {
        put(0xC0, code >> 6U);
        rest(0);
    } else if (code < 0x10000) {
        put(0xE0, code >> 12U);
        rest(6);
        rest(0);
    } else {
        put(0xF0, code >> 18U);
        rest(12);
        rest(6);
        rest(0);
    }
}

}  // namespace

void LiteralReader::fail(const std::string& what) const { throw LineFault(what, byte()); }

void LiteralReader::fail_expecting(const std::string& what) const {
    if (at_ == end_) throw LineFault("ends too early, expected " + what, byte(), true);
    const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
    fail("expected " + what + ", found " + in_quotes(rest.substr(0, 20)));
}

void LiteralReader::fail_expecting(char wanted) const { fail_expecting(in_quotes({&wanted, 1})); }

std::string_view LiteralReader::key(std::string_view guess) {
    skip_blanks();
    if (at_ == end_ || (*at_ != '\'' && *at_ != '"')) fail_expecting("a key in quotes");
    const std::size_t length = guess.size() + 2;
    if (static_cast<std::size_t>(end_ - at_) >= length && at_[length - 1] == *at_ &&
        std::string_view(at_ + 1, guess.size()) == guess) {
        at_ += length;
        expect(':');
        return guess;
    }
    const std::string_view name = quoted();
    expect(':');
    return name;
}

std::string_view LiteralReader::quoted() {
    const char quote = *at_++;
    const char* const begin = at_;
    while (at_ < end_ && *at_ != quote && *at_ != '\\') ++at_;
    if (at_ < end_ && *at_ == '\\') {
        at_ = begin;
        return texts_.emplace_back(unescaped(quote));
    }
    if (at_ == end_) fail_expecting(std::string("the ending ") + quote);
    return {begin, static_cast<std::size_t>(at_++ - begin)};
}

std::string LiteralReader::unescaped(char quote) {
    std::string text;
    while (at_ < end_ && *at_ != quote) {
        if (*at_ != '\\') {
            text += *at_++;
            continue;
        }
        ++at_;
        if (at_ < end_) unescape_into(text);
    }
    if (at_ == end_) fail_expecting(std::string("the ending ") + quote);
    ++at_;
    return text;
}

void LiteralReader::unescape_into(std::string& text) {
    constexpr std::string_view letters = "nrtbfav0";
    constexpr std::string_view meant{"\n\r\t\b\f\a\v\0", 8};
    const char letter = *at_++;
    if (letter == 'x') return append(text, code(2, 16));
    if (letter == 'U') return append(text, code(8, 16));
    if (letter == 'u') {
        char32_t unit = code(4, 16);
        // JSON writes code points beyond 16 bits as surrogate pairs.
        if (unit >= 0xD800 && unit < 0xDC00 && end_ - at_ >= 6 && at_[0] == '\\' && at_[1] == 'u') {
            at_ += 2;
            const char32_t low = code(4, 16);
            if (low >= 0xDC00 && low < 0xE000)
                unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
        }
        return append(text, unit);
    }
    const std::size_t known = letters.find(letter);
    text += known == std::string_view::npos ? letter : meant[known];
}

char32_t LiteralReader::code(std::size_t digits, unsigned base) {
    unsigned value = 0;
    const char* const max = at_ + std::min(digits, static_cast<std::size_t>(end_ - at_));
    const auto [stop, error] = std::from_chars(at_, max, value, static_cast<int>(base));
    if (error != std::errc{} || stop != max) fail_expecting("the code of a character");
    at_ = stop;
    if (at_ == end_) fail_expecting("the rest of a text");
    return value;
}

std::string_view LiteralReader::word() {
    const char* const begin = at_;
    while (at_ < end_ && is_of_word(*at_)) ++at_;
    return {begin, static_cast<std::size_t>(at_ - begin)};
}

Scalar LiteralReader::scalar() {
    for (std::size_t calls = 0;; ++calls) {
        skip_blanks();
        if (at_ < end_ && (*at_ == '\'' || *at_ == '"')) {
            const std::string_view text = quoted();
            end_calls(calls);
            return {text, true};
        }
        const std::string_view name = word();
        // A number at the end of the line may be cut off.
        if (name.empty() || at_ == end_) fail_expecting(name.empty() ? "a value" : "more");
        if (take('(')) continue;
        end_calls(calls);
        return {name, false};
    }
}

bool LiteralReader::take_slow_number(double& value) {
    const char* const digit = at_ < end_ && *at_ == '-' ? at_ + 1 : at_;
    if (digit == end_ || !is_digit(*digit)) return false;
    const auto [stop, error] = std::from_chars(at_, end_, value);
    // Underflow gives 0; overflow is left to a slower reader.
    if (error != std::errc{} || stop == end_ || is_of_word(*stop)) return false;
    at_ = stop;
    return true;
}

std::string_view LiteralReader::digits(std::size_t max) {
    skip_blanks();
    const char* stop = at_;
    while (stop < end_ && is_digit(*stop)) ++stop;
    const auto length = static_cast<std::size_t>(stop - at_);
    if (length > max || stop == end_ || (*stop != ',' && *stop != '}')) return {};
    return {std::exchange(at_, stop), length};
}

bool LiteralReader::begins_list() {
    skip_blanks();
    const char* const before = at_;
    for (std::size_t calls = 0;; ++calls) {
        if (take('[') || take('(')) {
            list_calls_ = calls;
            return true;
        }
        const std::string_view name = at_ < end_ && is_letter(*at_) ? word() : std::string_view{};
        if (name.empty() || !take('(')) break;
    }
    // A call with a single number is not a list.
    at_ = before;
    return false;
}

void LiteralReader::end_calls(std::size_t calls) {
    for (; calls > 0; --calls) {
        while (!take(')')) {
            if (!take(',')) fail_expecting("\",\" or \")\"");
            skip_blanks();
            const std::string_view name = word();
            if (!name.empty() && take('=')) skip_value();
        }
    }
}

void LiteralReader::skip_value() {
    std::size_t depth = 0;
    for (;;) {
        skip_blanks();
        if (at_ == end_) fail_expecting("more");
        const char c = *at_;
        const bool closes = c == ']' || c == '}' || c == ')';
        if (depth == 0 && (c == ',' || closes)) return;
        if (c == '\'' || c == '"') {
            quoted();
            continue;
        }
        if (c == '[' || c == '{' || c == '(') ++depth;
        if (closes) --depth;
        ++at_;
    }
}

}  // namespace epochscope
