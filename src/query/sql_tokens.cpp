#include "query/sql_tokens.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace epochscope {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
/// Bytes of other scripts belong to names.
bool is_name_start(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}
bool is_name_byte(char c) { return is_name_start(c) || is_digit(c) || c == '$'; }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr std::array<std::string_view, 9> long_signs{"->>", "->", "==", "!=", "<>",
                                                     "<=",  ">=", "||", "<<"};

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::vector<SqlToken> all() {
        while (skip_blanks()) tokens_.push_back(next());
        return std::move(tokens_);
    }

  private:
    [[nodiscard]] char at(std::size_t index) const {
        return index < text_.size() ? text_[index] : '\0';
    }

    /// Goes to the next token; false at the end.
    bool skip_blanks() {
        while (at_ < text_.size()) {
            if (is_blank(text_[at_])) {
                ++at_;
            } else if (text_.substr(at_).starts_with("--")) {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (text_.substr(at_).starts_with("/*")) {
                const std::size_t close = text_.find("*/", at_ + 2);
                at_ = close == std::string_view::npos ? text_.size() : close + 2;
            } else {
                return true;
            }
        }
        return false;
    }

    SqlToken token(SqlTokenKind kind, std::size_t end, bool is_open = false) {
        const std::size_t begin = at_;
        at_ = end;
        return {kind, begin, text_.substr(begin, end - begin), is_open};
    }

    SqlToken quoted(SqlTokenKind kind, char close) {
        for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
            if (text_[i] != close) continue;
            if (close == ']' || at(i + 1) != close) return token(kind, i + 1);
            ++i;
        }
        return token(kind, text_.size(), true);
    }

    template <typename Belongs>
    std::size_t end_of(std::size_t from, const Belongs& belongs) const {
        while (from < text_.size() && belongs(text_[from])) ++from;
        return from;
    }

    SqlToken number() {
        std::size_t end = end_of(at_, is_digit);
        if (text_[at_] == '0' && lower(at(at_ + 1)) == 'x')
            return token(SqlTokenKind::number, end_of(at_ + 2, is_name_byte));
        if (at(end) == '.') end = end_of(end + 1, is_digit);
        if (lower(at(end)) == 'e') {
            const std::size_t sign = at(end + 1) == '+' || at(end + 1) == '-' ? 1 : 0;
            if (is_digit(at(end + 1 + sign))) end = end_of(end + 1 + sign, is_digit);
        }
        return token(SqlTokenKind::number, end_of(end, is_name_byte));
    }

    SqlToken next() {
        const char c = text_[at_];
        if (c == '\'') return quoted(SqlTokenKind::text, c);
        if (c == '"' || c == '`') return quoted(SqlTokenKind::quoted_name, c);
        if (c == '[') return quoted(SqlTokenKind::quoted_name, ']');
        if (is_digit(c) || (c == '.' && is_digit(at(at_ + 1)))) return number();
        if (lower(c) == 'x' && at(at_ + 1) == '\'') {
            const std::size_t close = text_.find('\'', at_ + 2);
            const bool is_open = close == std::string_view::npos;
            return token(SqlTokenKind::number, is_open ? text_.size() : close + 1, is_open);
        }
        if (is_name_start(c)) return token(SqlTokenKind::word, end_of(at_, is_name_byte));
        for (const std::string_view sign : long_signs)
            if (text_.substr(at_).starts_with(sign))
                return token(SqlTokenKind::sign, at_ + sign.size());
        return token(SqlTokenKind::sign, at_ + 1);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<SqlToken> tokens_;
};

std::string in_quotes(std::string_view text, char quote) {
    std::string quoted(1, quote);
    for (const char c : text) {
        if (c == quote) quoted += quote;
        quoted += c;
    }
    return quoted + quote;
}

}  // namespace

bool SqlToken::is_keyword(std::string_view keyword) const {
    return kind == SqlTokenKind::word && is_same_name(text, keyword);
}

std::string SqlToken::unquoted() const {
    if (kind != SqlTokenKind::quoted_name && kind != SqlTokenKind::text) return std::string(text);
    const char close = text.front() == '[' ? ']' : text.front();
    std::string_view inside = text.substr(1);
    if (!is_open) inside.remove_suffix(1);
    std::string name;
    for (std::size_t i = 0; i < inside.size(); ++i) {
        name += inside[i];
        if (close != ']' && inside[i] == close) ++i;
    }
    return name;
}

std::vector<SqlToken> sql_tokens(std::string_view text) { return Lexer(text).all(); }

bool is_select(std::string_view text) {
    const std::vector<SqlToken> tokens = sql_tokens(text);
    return !tokens.empty() &&
           (tokens.front().is_keyword("select") || tokens.front().is_keyword("with") ||
            tokens.front().is_keyword("values"));
}

bool is_same_name(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lower, lower);
}

std::string quoted_name(std::string_view name) { return in_quotes(name, '"'); }

std::string text_in_sql(std::string_view text) { return in_quotes(text, '\''); }

std::string name_in_sql(std::string_view name) {
    const bool is_plain = !name.empty() && is_name_start(name.front()) &&
                          std::ranges::all_of(name, is_name_byte) &&
                          sqlite3_keyword_check(name.data(), static_cast<int>(name.size())) == 0;
    return is_plain ? std::string(name) : quoted_name(name);
}

}  // namespace epochscope
