#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace epochscope {

/// What the values of a column are.
enum class ColumnType : std::uint8_t {
    whole,
    real,
    /// 0 or 1.
    truth,
    /// Seconds since 1970 in UTC.
    date,
    text,
};

/// A named column of N values, one a sample, any of which may be missing: a view of memory that the
/// column keeps alive. Cheap to copy and thread-safe.
class Column {
  public:
    /// The missing value of whole numbers, truth values and dates. That of real numbers is NaN,
    /// that of categories -1, and that of texts the empty text.
    static constexpr std::int64_t missing = std::numeric_limits<std::int64_t>::min();

    /// One text a sample, one after another: text i ends before ends[i].
    struct Texts {
        std::string_view bytes;
        std::span<const std::uint64_t> ends;
    };
    /// Texts of which few differ: sample i has words[codes[i]].
    struct Categories {
        std::span<const std::int32_t> codes;
        std::span<const std::string> words;
    };
    using Values = std::variant<std::span<const std::int64_t>, std::span<const double>,
                                std::span<const float>, Texts, Categories>;

    /// `owner` keeps alive what `values` view. Throws Error if the type does not fit the values.
    Column(std::string name, ColumnType type, Values values, std::shared_ptr<const void> owner);

    /// Columns that own their values.
    static Column of_whole(std::string name, ColumnType type, std::vector<std::int64_t> values);
    static Column of_real(std::string name, std::vector<double> values);
    static Column of_texts(std::string name, std::string bytes, std::vector<std::uint64_t> ends);
    static Column of_categories(std::string name, std::vector<std::int32_t> codes,
                                std::vector<std::string> words);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] ColumnType type() const { return type_; }
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] const Values& values() const { return values_; }
    [[nodiscard]] bool is_text() const { return type_ == ColumnType::text; }
    /// The same values by another name.
    [[nodiscard]] Column renamed(std::string name) const;

    [[nodiscard]] bool is_missing(std::size_t sample) const;
    /// The number of a sample; NaN if it is missing or a text. Whole numbers above 2^53 are
    /// rounded.
    [[nodiscard]] double number(std::size_t sample) const;
    /// The text of a sample; empty if it is missing or a number.
    [[nodiscard]] std::string_view text(std::size_t sample) const;
    /// The value in words: as few digits as tell the number, "true", "2024-05-01",
    /// "2024-05-01 12:30:00", or the text; empty if it is missing.
    [[nodiscard]] std::string words(std::size_t sample) const;

  private:
    std::string name_;
    ColumnType type_;
    Values values_;
    std::shared_ptr<const void> owner_;
};

/// The seconds since 1970 in UTC of a date in the form of ISO 8601: `2024-05-01`,
/// `2024-05-01 12:30`, `2024-05-01T12:30:00Z`, `...+02:00`; fractions of a second are dropped.
/// Nothing for other texts.
std::optional<std::int64_t> parse_date(std::string_view text);

/// The date of such a number; the time of day is left out if it is midnight.
std::string date_words(std::int64_t seconds);

}  // namespace epochscope
