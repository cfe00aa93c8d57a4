#pragma once

#include <epochscope/query/sql_words.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

enum class SqlTokenKind : std::uint8_t {
    /// A keyword or a bare name.
    word,
    /// A name in double quotes, backticks or brackets.
    quoted_name,
    /// A text in single quotes.
    text,
    number,
    /// A bracket, a comma, an operator.
    sign,
};

/// A token of SQL as SQLite reads it: a piece of the text.
struct SqlToken {
    SqlTokenKind kind = SqlTokenKind::sign;
    /// The byte at which it begins.
    std::size_t begin = 0;
    std::string_view text;
    /// Whether its closing quote is missing; then it goes on to the end.
    bool is_open = false;

    [[nodiscard]] std::size_t end() const { return begin + text.size(); }
    [[nodiscard]] bool is_sign(std::string_view sign) const {
        return kind == SqlTokenKind::sign && text == sign;
    }
    /// Whether it is this keyword, given in lower case.
    [[nodiscard]] bool is_keyword(std::string_view keyword) const;
    [[nodiscard]] bool is_name() const {
        return kind == SqlTokenKind::word || kind == SqlTokenKind::quoted_name;
    }
    /// The name or the text without its quotes.
    [[nodiscard]] std::string unquoted() const;
};

/// The tokens of a text, without comments. O(bytes).
std::vector<SqlToken> sql_tokens(std::string_view text);

/// Whether two names are one to SQLite, which ignores the case of A to Z.
bool is_same_name(std::string_view a, std::string_view b);

/// The name in double quotes. See also name_in_sql.
std::string quoted_name(std::string_view name);

}  // namespace epochscope
