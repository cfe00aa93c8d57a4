#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The code point without its case, of any script; by simple folding, one for one.
char32_t folded(char32_t code_point);

/// Takes the next code point off a text of UTF-8, which is not empty. A byte that belongs to none
/// stands for itself, from U+DC80.
char32_t take_code_point(std::string_view& text);
std::u32string code_points(std::string_view text);

/// A text without its case, in UTF-8.
std::string in_folded_case(std::string_view text);

/// A text to be found in others, whatever its case.
class FoldedNeedle {
  public:
    explicit FoldedNeedle(std::string_view needle);

    struct Match {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    /// The first match from a byte on, which begins a character. O(bytes), for usual texts.
    [[nodiscard]] std::optional<Match> find(std::string_view text, std::size_t from = 0) const;
    [[nodiscard]] bool is_in(std::string_view text) const { return find(text).has_value(); }

  private:
    [[nodiscard]] std::optional<Match> find_bytes(std::string_view text, std::size_t from) const;
    [[nodiscard]] std::optional<Match> find_code_points(std::string_view text,
                                                        std::size_t from) const;
    [[nodiscard]] std::optional<Match> match_at(std::string_view text, std::size_t begin) const;

    /// Makes other_bytes_ of the other case of each character. False if one has several others, or
    /// one of other length.
    bool add_other_case();

    /// Folded, in UTF-8 and as code points.
    std::string bytes_;
    std::u32string code_points_;
    /// The same in the other case, as long as `bytes_`; what has no other case is the same.
    std::string other_bytes_;
    /// Whether a character is equal to that of one or the other is all there is to see.
    bool is_bytewise_ = true;
    /// The bytes that a match may begin with.
    std::array<bool, 256> starts_{};
};

/// Texts one after another, of which text i ends before ends[i] (see Column::Texts). Calls `found`
/// with the index of each from `begin` to before `end` that has the needle in it. Faster than
/// looking into each, for texts are short.
template <typename Found>
void find_in_texts(std::string_view bytes, std::span<const std::uint64_t> ends, std::size_t begin,
                   std::size_t end, const FoldedNeedle& needle, const Found& found) {
    if (begin >= end) return;
    const std::string_view all = bytes.substr(0, ends[end - 1]);
    std::size_t at = begin == 0 ? 0 : ends[begin - 1];
    for (std::size_t text = begin; text < end;) {
        const auto match = needle.find(all, at);
        if (!match) return;
        // Hits are seldom far apart where there are many.
        while (text < end && ends[text] <= match->begin) ++text;
        if (text < end && match->end <= ends[text]) {
            found(text);
            at = ends[text++];
        } else {
            at = match->begin + 1;
        }
    }
}

/// A pattern of LIKE: `%` stands for any text, `_` for any one character; the rest is found
/// whatever its case.
class LikePattern {
  public:
    /// What follows the code point `escape` stands for itself; 0 if there is none.
    explicit LikePattern(std::string_view pattern, char32_t escape = 0);

    /// O(bytes x length of the pattern), however many `%` it has.
    [[nodiscard]] bool matches(std::string_view text) const;
    /// What is found in exactly the texts that match: those of `%word%`. Null for other patterns.
    [[nodiscard]] const FoldedNeedle* within() const;

  private:
    /// What stands between two `%`.
    struct Segment {
        /// Folded; `any` for `_`.
        std::u32string code_points;
        /// Set if it has no `_`.
        std::optional<FoldedNeedle> needle;
    };
    static constexpr char32_t any = 0xFFFFFFFF;

    static std::optional<std::size_t> match_at(const Segment& segment, std::string_view text,
                                               std::size_t from);
    static std::optional<std::size_t> find(const Segment& segment, std::string_view text,
                                           std::size_t from);

    /// One more than there are `%`.
    std::vector<Segment> segments_;
};

}  // namespace epochscope
