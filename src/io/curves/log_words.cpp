#include "io/curves/log_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <system_error>

namespace epochscope {

namespace {

constexpr std::int64_t max_count = std::int64_t{1} << 26U;

/// Whether a word is a unit that loggers append to a number: s, ms, /s, %.
bool is_unit(std::string_view word) {
    constexpr std::array<std::string_view, 8> units{"", "s", "ms", "/s", "it/s", "%", "MB", "GB"};
    return std::ranges::find(units, word) != units.end();
}

}  // namespace

void LineCursor::skip(std::string_view characters) {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(characters), rest_.size()));
}

bool LineCursor::at_end() {
    skip();
    return rest_.empty();
}

bool LineCursor::take(char c) {
    skip();
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
}

std::optional<std::int64_t> LineCursor::take_count() {
    skip();
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), count);
    if (error != std::errc() || count < 0 || count > max_count) return std::nullopt;
    rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
    return count;
}

std::string_view LineCursor::take_word() {
    skip();
    const std::string_view word = rest_.substr(0, rest_.find_first_of(" \t\r()"));
    rest_.remove_prefix(word.size());
    return word;
}

bool LineCursor::skip_behind(char c) {
    const std::size_t end = rest_.find(c);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    return end != std::string_view::npos;
}

std::optional<double> number_of(std::string_view word) {
    while (!word.empty() && (word.back() == ',' || word.back() == ';')) word.remove_suffix(1);
    if (word.starts_with('+')) word.remove_prefix(1);
    double number = 0;
    const char* const end = word.data() + word.size();
    const auto [stop, error] = std::from_chars(word.data(), end, number);
    if (error != std::errc() || !is_unit({stop, static_cast<std::size_t>(end - stop)}))
        return std::nullopt;
    return number;
}

bool is_duration(std::string_view word) {
    return word.find(':') != std::string_view::npos && word.back() != ':' && word.front() != ':' &&
           word.find_first_not_of("0123456789:") == std::string_view::npos;
}

std::string EntryNames::free_name(std::string name) {
    if (name.ends_with(':')) name.pop_back();
    if (taken_.emplace(name, 1).second) return name;
    std::string candidate;
    do {
        candidate = name;
        candidate += " (" + std::to_string(++taken_[name]) + ")";
    } while (!taken_.emplace(candidate, 1).second);
    return candidate;
}

std::string plain_text(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with("\x1b[")) {
            at = std::min(text.find_first_not_of("0123456789;?", at + 2), text.size() - 1) + 1;
        } else {
            plain += text[at++];
        }
    }
    return plain;
}

}  // namespace epochscope
