#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace epochscope {

/// Splits a line of a log from its beginning.
class LineCursor {
  public:
    explicit LineCursor(std::string_view line) : rest_(line) {}

    [[nodiscard]] std::string_view rest() const { return rest_; }
    /// Consumes these characters, blanks by default.
    void skip(std::string_view characters = " \t\r");
    [[nodiscard]] bool at_end();
    /// Consumes this character and blanks before it, if it is next.
    bool take(char c);
    /// Consumes a whole number from 0 to 2^26: beyond it, steps are not exact.
    std::optional<std::int64_t> take_count();
    /// The text before the next blank or bracket.
    std::string_view take_word();
    /// Skips all up to a character, and that; false if there is none.
    bool skip_behind(char c);

  private:
    std::string_view rest_;
};

/// The number of a word; loggers append commas and units.
std::optional<double> number_of(std::string_view word);

/// Whether a word is the time that is left: 0:01:31.
bool is_duration(std::string_view word);

/// Makes names unique.
class EntryNames {
  public:
    /// The name without a colon at its end; the second of a name is "name (2)".
    std::string free_name(std::string name);

  private:
    /// How often each name occurred.
    std::map<std::string, int> taken_;
};

/// A text without terminal sequences (ESC [ ... letter).
std::string plain_text(std::string_view text);

}  // namespace epochscope
