#include "query/fold_case.h"

#include "query/fold_table.h"

#include <algorithm>
#include <cstdint>

namespace epochscope {

namespace {

constexpr char32_t first_lone_byte = 0xDC00;

char32_t upper(char32_t c) { return c >= U'a' && c <= U'z' ? c - 32 : c; }

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

/// All code points whose folded form is this one.
std::u32string variants_of(char32_t c) {
    std::u32string variants(1, c);
    if (c >= U'a' && c <= U'z') variants += c - 32;
    for (const FoldRange& range : fold_ranges) {
        const auto from = static_cast<std::int64_t>(c) - range.shift;
        if (from >= range.first && from <= range.last && (from - range.first) % range.step == 0)
            variants += static_cast<char32_t>(from);
    }
    return variants;
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
    is_bytewise_ = add_other_case();
    if (code_points_.empty()) return;
    for (const char32_t c : variants_of(code_points_.front())) {
        std::string start;
        append(start, c);
        starts_[static_cast<unsigned char>(start.front())] = true;
    }
}

bool FoldedNeedle::add_other_case() {
    for (const char32_t c : code_points_) {
        // What folds to ASCII from beyond does not count.
        const std::u32string variants = c < 0x80 ? std::u32string(1, upper(c)) : variants_of(c);
        std::string one;
        std::string other;
        append(one, c);
        append(other, variants.back());
        if (variants.size() > 2 || one.size() != other.size()) return false;
        other_bytes_ += other;
    }
    return true;
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
    // A whole character has one case or the other.
    const auto is_match = [&](std::size_t at) {
        for (std::size_t i = 0; i < length;) {
            const std::size_t end = std::min(
                length,
                i + std::max<std::size_t>(1, length_of(static_cast<unsigned char>(bytes_[i]))));
            std::size_t here = i;
            while (here < end && bytes[at + here] == bytes_[here]) ++here;
            if (here < end) {
                here = i;
                while (here < end && bytes[at + here] == other_bytes_[here]) ++here;
            }
            if (here < end) return false;
            i = end;
        }
        return true;
    };
    // Blocks of which no place has the first and the last byte are passed over at once.
    constexpr std::size_t block = 64;
    const char first = bytes_.front();
    const char other_first = other_bytes_.front();
    const char last = bytes_.back();
    const char other_last = other_bytes_.back();
    std::size_t at = from;
    for (; at + block <= starts; at += block) {
        const char* const heads = bytes + at;
        const char* const tails = heads + length - 1;
        unsigned char hits = 0;
        for (std::size_t i = 0; i < block; ++i)
            hits |= static_cast<unsigned char>(((heads[i] == first) | (heads[i] == other_first)) &
                                               ((tails[i] == last) | (tails[i] == other_last)));
        if (hits == 0) continue;
        for (std::size_t i = at; i < at + block; ++i)
            if ((bytes[i] == first || bytes[i] == other_first) && is_match(i))
                return Match{i, i + length};
    }
    for (; at < starts; ++at)
        if (is_match(at)) return Match{at, at + length};
    return std::nullopt;
}

std::optional<FoldedNeedle::Match> FoldedNeedle::find_code_points(std::string_view text,
                                                                  std::size_t from) const {
    for (std::size_t begin = from; begin < text.size(); ++begin)
        if (starts_[static_cast<unsigned char>(text[begin])])
            if (const auto match = match_at(text, begin)) return match;
    return std::nullopt;
}

std::optional<FoldedNeedle::Match> FoldedNeedle::match_at(std::string_view text,
                                                          std::size_t begin) const {
    std::string_view tail = text.substr(begin);
    for (const char32_t wanted : code_points_)
        if (tail.empty() || folded(take_code_point(tail)) != wanted) return std::nullopt;
    return Match{begin, text.size() - tail.size()};
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

const FoldedNeedle* LikePattern::within() const {
    const bool is_within = segments_.size() == 3 && segments_.front().code_points.empty() &&
                           segments_.back().code_points.empty() && segments_[1].needle;
    return is_within ? &*segments_[1].needle : nullptr;
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
