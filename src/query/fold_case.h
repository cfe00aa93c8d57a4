#pragma once

#include <cstddef>
#include <optional>
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

    /// Folded, in UTF-8 and as code points.
    std::string bytes_;
    std::u32string code_points_;
    /// Whether equal bytes, but for the case of A to Z, are what is to be found.
    bool is_bytewise_ = true;
};

/// A pattern of LIKE: `%` stands for any text, `_` for any one character; the rest is found
/// whatever its case.
class LikePattern {
  public:
    /// What follows the code point `escape` stands for itself; 0 if there is none.
    explicit LikePattern(std::string_view pattern, char32_t escape = 0);

    /// O(bytes x length of the pattern), however many `%` it has.
    [[nodiscard]] bool matches(std::string_view text) const;

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
