#include "query/query_text.h"

#include "query/missing_epoch.h"
#include "query/sql_tokens.h"

#include <epochscope/query/sample_query.h>

#include <algorithm>
#include <array>
#include <optional>

namespace epochscope {

namespace {

/// What may follow a condition, and what would make it another query.
constexpr std::array<std::string_view, 2> clauses{"order", "limit"};
constexpr std::array<std::string_view, 6> foreign{"union",  "except", "intersect",
                                                  "select", "from",   "where"};

bool is_any(const SqlToken& token, std::span<const std::string_view> keywords) {
    return std::ranges::any_of(keywords,
                               [&](std::string_view keyword) { return token.is_keyword(keyword); });
}

/// The number in the brackets after the token of this index, with the index of the closing one.
struct Argument {
    std::string digits;
    std::size_t close = 0;
};
std::optional<Argument> number_after(const std::vector<SqlToken>& tokens, std::size_t index) {
    std::size_t at = index + 2;
    Argument argument;
    if (at < tokens.size() && tokens[at].is_sign("-")) {
        argument.digits = "-";
        ++at;
    }
    if (at + 1 >= tokens.size() || tokens[at].kind != SqlTokenKind::number ||
        !tokens[at + 1].is_sign(")"))
        return std::nullopt;
    argument.digits += tokens[at].text;
    argument.close = at + 1;
    return argument;
}

/// The name of a column of an epoch, in the case in which it is listed; empty for other names.
std::string_view epoch_column_named(std::string_view name) {
    const auto names = epoch_column_names();
    const auto found = std::ranges::find_if(
        names, [&](std::string_view listed) { return is_same_name(listed, name); });
    return found == names.end() ? std::string_view{} : *found;
}

/// `?`, `?1`, `:name`, `@name` and `$name` would be values that nobody gives.
void expect_no_parameters(const std::vector<SqlToken>& tokens) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const SqlToken& token = tokens[i];
        const bool is_named = (token.is_sign(":") || token.is_sign("@") || token.is_sign("$")) &&
                              i + 1 < tokens.size() && tokens[i + 1].begin == token.end() &&
                              tokens[i + 1].kind == SqlTokenKind::word;
        if (is_named || token.is_sign("?"))
            throw QueryError("a query has no parameters; the value itself is expected here",
                             token.begin);
    }
}

}  // namespace

void QueryText::append(std::string_view own, std::size_t given) {
    pieces_.push_back({sql_.size(), given, false});
    sql_ += own;
}

void QueryText::append_copy(std::size_t from, std::size_t to) {
    pieces_.push_back({sql_.size(), from, true});
    sql_ += given_.substr(from, to - from);
}

std::size_t QueryText::keep_column(const Dataset& dataset, const std::vector<SqlToken>& tokens,
                                   std::size_t index) {
    const std::string_view name = epoch_column_named(tokens[index].text);
    const std::string called(name);
    const EpochSeries& series = dataset.series;
    const std::string example = std::to_string(series.epochs().back().number);
    const auto argument = number_after(tokens, index);
    const std::size_t place = index + 2 < tokens.size() ? tokens[index + 2].begin : given_size_;
    if (!argument)
        throw QueryError(called + " takes the number of an epoch: " + called + "(" + example + ")",
                         place);
    std::string column = called + "(" + argument->digits + ")";
    const auto wanted = parse_epoch_column(column);
    if (!wanted || !series.find_epoch(wanted->epoch))
        throw QueryError(missing_epoch(series, wanted ? std::optional(wanted->epoch) : std::nullopt,
                                       argument->digits),
                         place);
    column = called + "(" + std::to_string(wanted->epoch) + ")";
    append(quoted_name(column), tokens[index].begin);
    if (std::ranges::find(epoch_columns_, column) == epoch_columns_.end())
        epoch_columns_.push_back(std::move(column));
    return argument->close;
}

void QueryText::append_columns(const Dataset& dataset, std::size_t from, std::size_t to) {
    const std::vector<SqlToken> tokens = sql_tokens(given_.substr(0, to));
    std::size_t copied = from;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        const SqlToken& token = tokens[i];
        if (token.begin < from || token.kind != SqlTokenKind::word || !tokens[i + 1].is_sign("(") ||
            epoch_column_named(token.text).empty())
            continue;
        append_copy(copied, token.begin);
        i = keep_column(dataset, tokens, i);
        copied = tokens[i].end();
    }
    append_copy(copied, to);
}

QueryText QueryText::of_select(std::string_view sql, const Dataset& dataset) {
    QueryText query;
    query.given_ = sql;
    query.given_size_ = sql.size();
    const std::vector<SqlToken> tokens = sql_tokens(sql);
    if (tokens.empty()) throw QueryError("there is no query", 0);
    if (!is_select(sql)) throw QueryError("only SELECT can be asked here", tokens.front().begin);
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i)
        if (tokens[i].is_sign(";"))
            throw QueryError("only one query can be asked", tokens[i + 1].begin);
    expect_no_parameters(tokens);
    query.append_columns(dataset, 0, sql.size());
    query.given_ = {};
    return query;
}

QueryText QueryText::of_condition(std::string_view condition, const Dataset& dataset) {
    QueryText query;
    query.given_ = condition;
    query.given_size_ = condition.size();
    const std::vector<SqlToken> tokens = sql_tokens(condition);
    expect_no_parameters(tokens);
    int depth = 0;
    // Where the condition ends and where LIMIT begins.
    std::size_t end = condition.size();
    std::size_t limit = condition.size();
    bool is_ordered = false;
    for (const SqlToken& token : tokens) {
        depth += token.is_sign("(") ? 1 : token.is_sign(")") ? -1 : 0;
        if (depth < 0) throw QueryError("a bracket closes that was not opened", token.begin);
        if (depth > 0) continue;
        if (token.is_sign(";")) throw QueryError("only one condition can be asked", token.begin);
        if (is_any(token, foreign))
            throw QueryError("a condition is expected, as after WHERE", token.begin);
        if (token.is_keyword("group") || token.is_keyword("having"))
            throw QueryError("a condition has no GROUP BY or HAVING; a whole SELECT may have one",
                             token.begin);
        if (is_any(token, clauses)) end = std::min(end, token.begin);
        if (token.is_keyword("order")) is_ordered = true;
        if (token.is_keyword("limit")) limit = std::min(limit, token.begin);
    }
    query.append("SELECT sample FROM samples WHERE ", 0);
    const bool is_empty = tokens.empty() || tokens.front().begin == end;
    if (is_empty) query.append("1 ", 0);
    query.append_columns(dataset, 0, limit);
    if (!is_ordered) query.append(own_order, limit);
    query.append_columns(dataset, limit, condition.size());
    query.given_ = {};
    return query;
}

const QueryText::Piece* QueryText::piece_at(std::size_t offset) const {
    const auto after = std::ranges::upper_bound(pieces_, offset, {}, &Piece::begin);
    return after == pieces_.begin() ? nullptr : &*std::prev(after);
}

std::size_t QueryText::given_offset(std::size_t offset) const {
    const Piece* const piece = piece_at(offset);
    if (offset >= sql_.size() || piece == nullptr) return given_size_;
    return std::min(piece->is_copy ? piece->given + offset - piece->begin : piece->given,
                    given_size_);
}

bool QueryText::is_own(std::size_t offset) const {
    const Piece* const piece = piece_at(offset);
    return piece != nullptr && !piece->is_copy;
}

}  // namespace epochscope
