#include "query/fold_case.h"

#include "query/fold_table.h"

#include <algorithm>
#include <cstdint>

namespace epochscope {

namespace {

constexpr char32_t first_lone_byte = 0xDC00;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The bytes of the character that begins with this byte; 0 if none does.
std::size_t length_of(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

void append(std::string& text, char32_t c) {
    const auto tail = [&](unsigned shift) {
        text += static_cast<char>(0x80U | ((c >> shift) & 0x3FU));
    };
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c >= first_lone_byte && c < first_lone_byte + 0x100) {
        text += static_cast<char>(c - first_lone_byte);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0U | (c >> 6U));
        tail(0);
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0U | (c >> 12U));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | (c >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

/// Whether another code point has the same folded form.
bool has_case(char32_t c) {
    if (folded(c) != c) return true;
    return c >= 0x80 && std::ranges::any_of(fold_ranges, [&](const FoldRange& range) {
               const auto from = static_cast<std::int64_t>(c) - range.shift;
               return from >= range.first && from <= range.last &&
                      (from - range.first) % range.step == 0;
           });
}

}  // namespace

char32_t folded(char32_t c) {
    if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 32 : c;
    const auto* const after =
        std::ranges::upper_bound(fold_ranges, static_cast<std::uint32_t>(c), {}, &FoldRange::first);
    if (after == fold_ranges.begin()) return c;
    const FoldRange& range = *(after - 1);
    if (c > range.last || (c - range.first) % range.step != 0) return c;
    return static_cast<char32_t>(static_cast<std::int64_t>(c) + range.shift);
}

char32_t take_code_point(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = length_of(lead);
    const bool is_whole = length > 0 && length <= text.size() &&
                          std::ranges::all_of(text.substr(1, length - 1), is_continuation);
    if (!is_whole) {
        text.remove_prefix(1);
        return first_lone_byte + lead;
    }
    char32_t c = length == 1 ? lead : lead & (0x7FU >> length);
    for (const char byte : text.substr(1, length - 1))
        c = (c << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
    text.remove_prefix(length);
    return c;
}

std::u32string code_points(std::string_view text) {
    std::u32string result;
    while (!text.empty()) result += take_code_point(text);
    return result;
}

std::string in_folded_case(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) append(result, folded(take_code_point(text)));
    return result;
}

FoldedNeedle::FoldedNeedle(std::string_view needle)
    : bytes_(in_folded_case(needle)), code_points_(code_points(bytes_)) {
    is_bytewise_ =
        std::ranges::none_of(code_points_, [](char32_t c) { return c >= 0x80 && has_case(c); });
}

std::optional<FoldedNeedle::Match> FoldedNeedle::find(std::string_view text,
                                                      std::size_t from) const {
    if (bytes_.empty()) return Match{from, from};
    return is_bytewise_ ? find_bytes(text, from) : find_code_points(text, from);
}

std::optional<FoldedNeedle::Match> FoldedNeedle::find_bytes(std::string_view text,
                                                            std::size_t from) const {
    const std::size_t length = bytes_.size();
    if (text.size() < from + length) return std::nullopt;
    const std::size_t starts = text.size() - length + 1;
    const char* const bytes = text.data();
    const auto is_match = [&](std::size_t at) {
        for (std::size_t i = 0; i < length; ++i)
            if (lower(bytes[at + i]) != bytes_[i]) return false;
        return true;
    };
    // Blocks of which no place has the first and the last byte are passed over at once.
    constexpr std::size_t block = 64;
    const char first = bytes_.front();
    const char last = bytes_.back();
    std::size_t at = from;
    for (; at + block <= starts; at += block) {
        unsigned char hits = 0;
        for (std::size_t i = 0; i < block; ++i)
            hits |= static_cast<unsigned char>((lower(bytes[at + i]) == first) &
                                               (lower(bytes[at + i + length - 1]) == last));
        if (hits == 0) continue;
        for (std::size_t i = at; i < at + block; ++i)
            if (lower(bytes[i]) == first && is_match(i)) return Match{i, i + length};
    }
    for (; at < starts; ++at)
        if (is_match(at)) return Match{at, at + length};
    return std::nullopt;
}

std::optional<FoldedNeedle::Match> FoldedNeedle::find_code_points(std::string_view text,
                                                                  std::size_t from) const {
    std::string_view rest = text.substr(from);
    while (!rest.empty()) {
        const std::size_t begin = text.size() - rest.size();
        std::string_view tail = rest;
        std::size_t matched = 0;
        while (matched < code_points_.size() && !tail.empty() &&
               folded(take_code_point(tail)) == code_points_[matched])
            ++matched;
        if (matched == code_points_.size()) return Match{begin, text.size() - tail.size()};
        take_code_point(rest);
    }
    return std::nullopt;
}

LikePattern::LikePattern(std::string_view pattern, char32_t escape) : segments_(1) {
    std::vector<std::string> literal(1);
    std::vector<bool> has_any(1, false);
    while (!pattern.empty()) {
        char32_t c = take_code_point(pattern);
        const bool is_escaped = escape != 0 && c == escape && !pattern.empty();
        if (is_escaped) c = take_code_point(pattern);
        if (c == U'%' && !is_escaped) {
            segments_.emplace_back();
            literal.emplace_back();
            has_any.push_back(false);
        } else if (c == U'_' && !is_escaped) {
            segments_.back().code_points += any;
            has_any.back() = true;
        } else {
            segments_.back().code_points += folded(c);
            append(literal.back(), c);
        }
    }
    for (std::size_t i = 0; i < segments_.size(); ++i)
        if (!has_any[i]) segments_[i].needle.emplace(literal[i]);
}

std::optional<std::size_t> LikePattern::match_at(const Segment& segment, std::string_view text,
                                                 std::size_t from) {
    std::string_view rest = text.substr(from);
    for (const char32_t wanted : segment.code_points) {
        if (rest.empty()) return std::nullopt;
        const char32_t c = take_code_point(rest);
        if (wanted != any && folded(c) != wanted) return std::nullopt;
    }
    return text.size() - rest.size();
}

std::optional<std::size_t> LikePattern::find(const Segment& segment, std::string_view text,
                                             std::size_t from) {
    if (segment.needle) {
        const auto match = segment.needle->find(text, from);
        return match ? std::optional(match->end) : std::nullopt;
    }
    for (std::string_view rest = text.substr(from);; take_code_point(rest)) {
        if (const auto end = match_at(segment, text, text.size() - rest.size())) return end;
        if (rest.empty()) return std::nullopt;
    }
}

bool LikePattern::matches(std::string_view text) const {
    const auto begin = match_at(segments_.front(), text, 0);
    if (!begin || segments_.size() == 1) return begin && *begin == text.size();
    std::size_t at = *begin;
    for (std::size_t i = 1; i + 1 < segments_.size(); ++i) {
        const auto end = find(segments_[i], text, at);
        if (!end) return false;
        at = *end;
    }
    // The last segment stands at the end: as many characters before it.
    std::size_t from = text.size();
    for (std::size_t i = 0; i < segments_.back().code_points.size(); ++i) {
        if (from <= at) return false;
        --from;
        while (from > at && is_continuation(text[from])) --from;
    }
    const auto end = match_at(segments_.back(), text, from);
    return end && *end == text.size();
}

}  // namespace epochscope
