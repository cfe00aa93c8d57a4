#include "query/fold_case.h"
#include "query/query_functions.h"
#include "query/sql_tokens.h"

#include <epochscope/query/sample_query.h>

#include <algorithm>
#include <array>
#include <functional>
#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

using Tokens = std::vector<SqlToken>;

constexpr std::array<std::string_view, 8> comparisons{"=", "==", "!=", "<>", "<", "<=", ">", ">="};
constexpr std::array<std::string_view, 13> after_value{
    "=",     "<>",       "<",       "<=",          ">",    ">=", "IN (",
    "LIKE ", "BETWEEN ", "IS NULL", "IS NOT NULL", "AND ", "OR "};
constexpr std::array<std::string_view, 2> after_order{"DESC", "ASC"};
constexpr std::array<std::string_view, 2> endings{"ORDER BY ", "LIMIT "};
constexpr std::array<std::string_view, 2> before_value{"NOT ", "CASE "};

/// Texts that are looked through for the values of a column.
constexpr std::size_t max_looked_at = 200'000;
/// Longer texts are no choices.
constexpr std::size_t max_choice = 100;

bool is_comparison(const SqlToken& token) {
    return token.kind == SqlTokenKind::sign &&
           std::ranges::find(comparisons, token.text) != comparisons.end();
}

const ColumnInfo* column_named(const SampleColumns& columns, const SqlToken& token) {
    if (!token.is_name()) return nullptr;
    const std::string name = token.unquoted();
    const auto found = std::ranges::find_if(
        columns.list(), [&](const ColumnInfo& info) { return is_same_name(info.name, name); });
    return found == columns.list().end() ? nullptr : &*found;
}

bool is_function(const SqlToken& token) {
    return token.kind == SqlTokenKind::word &&
           (is_query_function(in_folded_case(token.text)) ||
            std::ranges::any_of(epoch_column_names(), [&](std::string_view name) {
                return is_same_name(name, token.text);
            }));
}

/// The index after the bracket that closes the one at `open`; the end if none does.
std::size_t after_bracket(const Tokens& tokens, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < tokens.size(); ++i) {
        depth += tokens[i].is_sign("(") ? 1 : tokens[i].is_sign(")") ? -1 : 0;
        if (depth == 0) return i + 1;
    }
    return tokens.size();
}

/// Whether a comparison goes on at this index, in words that plain text would seldom have.
bool is_test(const Tokens& tokens, std::size_t at) {
    if (at >= tokens.size()) return false;
    if (is_comparison(tokens[at])) return true;
    std::size_t next = at + 1;
    const auto follows = [&](std::string_view keyword) {
        return next < tokens.size() && tokens[next].is_keyword(keyword);
    };
    const auto is_any_of = [&](std::initializer_list<std::string_view> keywords) {
        return std::ranges::any_of(keywords, follows);
    };
    if (tokens[at].is_keyword("is")) return is_any_of({"not", "null", "true", "false"});
    if (tokens[at].is_keyword("notnull") || tokens[at].is_keyword("isnull")) return true;
    const std::size_t word = tokens[at].is_keyword("not") ? next++ : at;
    if (word >= tokens.size()) return false;
    if (tokens[word].is_keyword("in")) return next < tokens.size() && tokens[next].is_sign("(");
    if (tokens[word].is_keyword("like") || tokens[word].is_keyword("glob"))
        return next < tokens.size() && tokens[next].kind == SqlTokenKind::text;
    return tokens[word].is_keyword("between") && next < tokens.size() &&
           (tokens[next].kind == SqlTokenKind::text || tokens[next].kind == SqlTokenKind::number ||
            tokens[next].is_sign("-"));
}

/// Whether a comparison with a number or a text stands at this index.
bool is_compared_with_value(const Tokens& tokens, std::size_t at) {
    if (at + 1 >= tokens.size() || !is_comparison(tokens[at])) return false;
    const std::size_t value =
        tokens[at + 1].is_sign("-") && at + 2 < tokens.size() ? at + 2 : at + 1;
    return tokens[value].kind == SqlTokenKind::number || tokens[value].kind == SqlTokenKind::text;
}

/// Choices that begin as typed, whatever the case, then those that have it within.
class Choices {
  public:
    Choices(std::string_view typed, std::size_t count)
        : is_typed_(!typed.empty()), needle_(typed), count_(count) {}

    void offer(std::string choice) {
        std::string_view bare = choice;
        if (bare.starts_with('"') || bare.starts_with('\'')) bare.remove_prefix(1);
        const auto match = needle_.find(bare);
        if (!match) return;
        auto& list = match->begin == 0 ? first_ : second_;
        if (list.size() < count_ && std::ranges::find(list, choice) == list.end())
            list.push_back(std::move(choice));
    }
    void offer_all(std::span<const std::string_view> choices) {
        for (const std::string_view choice : choices) offer(std::string(choice));
    }

    std::vector<std::string> taken() {
        if (is_typed_) first_.insert(first_.end(), second_.begin(), second_.end());
        first_.resize(std::min(first_.size(), count_));
        return std::move(first_);
    }

  private:
    bool is_typed_;
    FoldedNeedle needle_;
    std::size_t count_;
    std::vector<std::string> first_;
    std::vector<std::string> second_;
};

/// Whether a column of this name has texts or dates; those of numbers are not looked for.
bool has_texts(const SampleColumns& columns, std::string_view name) {
    if (name.starts_with("prediction_at(")) return true;
    const ColumnInfo* const info = columns.find(name);
    return info != nullptr && (info->type == ColumnType::text || info->type == ColumnType::date);
}

/// The values of a column, the most frequent first.
void offer_values(const SampleColumns& columns, const std::string& name, std::string_view typed,
                  Choices& choices) {
    const auto called = parse_epoch_column(name);
    if (called && !columns.dataset()->series.find_epoch(called->epoch)) return;
    const Column column = columns.column(name);
    const FoldedNeedle needle(typed);
    std::map<std::string, std::size_t, std::less<>> counts;
    const std::size_t size = std::min(column.size(), max_looked_at);
    for (std::size_t i = 0; i < size; ++i) {
        if (column.is_missing(i)) continue;
        const std::string value = column.words(i);
        if (value.size() <= max_choice && needle.is_in(value)) ++counts[value];
    }
    std::vector<std::pair<std::size_t, std::string>> sorted;
    for (const auto& [value, value_count] : counts) sorted.emplace_back(value_count, value);
    std::ranges::stable_sort(sorted, std::ranges::greater(),
                             &std::pair<std::size_t, std::string>::first);
    for (const auto& [value_count, value] : sorted) choices.offer(text_in_sql(value));
}

/// The column of which a value stands at the end: after `label =`, `prediction_at(3) <>`,
/// `split IN ('a', `. Empty if none does.
std::string column_of_value(const SampleColumns& columns, std::span<const SqlToken> tokens) {
    std::size_t end = tokens.size();
    // Back over the values of IN.
    std::size_t open = end;
    while (open > 0 &&
           (tokens[open - 1].kind == SqlTokenKind::text || tokens[open - 1].is_sign(",")))
        --open;
    if (open > 1 && tokens[open - 1].is_sign("(") && tokens[open - 2].is_keyword("in")) {
        end = open - 2;
    } else if (end > 0 && (is_comparison(tokens[end - 1]) || tokens[end - 1].is_keyword("like") ||
                           tokens[end - 1].is_keyword("between"))) {
        --end;
    } else {
        return {};
    }
    if (end > 0 && tokens[end - 1].is_keyword("not")) --end;
    if (end == 0) return {};
    if (const ColumnInfo* const info = column_named(columns, tokens[end - 1])) return info->name;
    if (end < 4 || !tokens[end - 1].is_sign(")") || !tokens[end - 3].is_sign("(")) return {};
    const std::string called =
        in_folded_case(tokens[end - 4].text) + "(" + std::string(tokens[end - 2].text) + ")";
    return parse_epoch_column(called) ? called : std::string();
}

/// Whether the tokens end with a value, which an operator may follow.
bool ends_with_value(std::span<const SqlToken> tokens) {
    if (tokens.empty()) return false;
    const SqlToken& last = tokens.back();
    if (last.kind == SqlTokenKind::sign) return last.is_sign(")");
    if (last.kind != SqlTokenKind::word) return true;
    constexpr std::array<std::string_view, 17> before{
        "and",  "or",   "not",  "by",   "limit", "like", "between", "in",    "is",
        "case", "when", "then", "else", "where", "glob", "select",  "having"};
    return std::ranges::none_of(before,
                                [&](std::string_view keyword) { return last.is_keyword(keyword); });
}

void offer_names(const SampleColumns& columns, Choices& choices) {
    for (const ColumnInfo& info : columns.list()) choices.offer(name_in_sql(info.name));
    for (const std::string_view name : epoch_column_names()) choices.offer(std::string(name) + "(");
    choices.offer_all(before_value);
    for (const std::string_view name : query_functions()) choices.offer(std::string(name) + "(");
}

void offer_words(std::span<const SqlToken> tokens, Choices& choices) {
    const bool is_order = std::ranges::any_of(
        tokens, [](const SqlToken& token) { return token.is_keyword("order"); });
    if (is_order) choices.offer_all(after_order);
    if (!is_order) choices.offer_all(after_value);
    choices.offer_all(endings);
}

}  // namespace

bool is_condition(std::string_view text, const SampleColumns& columns) {
    const Tokens tokens = sql_tokens(text);
    if (tokens.size() > 2 && tokens[0].is_keyword("order") && tokens[1].is_keyword("by") &&
        (column_named(columns, tokens[2]) != nullptr || is_function(tokens[2])))
        return true;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool is_call =
            i + 1 < tokens.size() && tokens[i + 1].is_sign("(") && is_function(tokens[i]);
        if (!is_call && column_named(columns, tokens[i]) == nullptr) {
            // Most likely a column with a slip of the pen, which is then told.
            if (tokens[i].is_name() && is_compared_with_value(tokens, i + 1)) return true;
            continue;
        }
        const std::size_t after = is_call ? after_bracket(tokens, i + 1) : i + 1;
        if (is_test(tokens, after) || (i > 0 && is_comparison(tokens[i - 1]))) return true;
        // A column of an epoch may be a condition by itself: correct_at(20).
        if (is_call && parse_epoch_column(in_folded_case(tokens[i].text) + "(0)")) return true;
    }
    return false;
}

Completion complete(const SampleColumns& columns, std::string_view text, std::size_t count) {
    const Tokens tokens = sql_tokens(text);
    Completion completion;
    std::span<const SqlToken> before(tokens);
    std::string typed;
    const bool is_unfinished = !tokens.empty() && tokens.back().end() == text.size() &&
                               (tokens.back().is_open || tokens.back().kind == SqlTokenKind::word);
    if (is_unfinished) {
        completion.typed = tokens.back().text.size();
        typed = tokens.back().unquoted();
        before = before.first(before.size() - 1);
    }
    Choices choices(typed, count);
    const std::string column = column_of_value(columns, before);
    const bool is_text = is_unfinished && tokens.back().kind == SqlTokenKind::text;
    if (has_texts(columns, column)) offer_values(columns, column, typed, choices);
    if (!is_text && !before.empty() && before.back().is_sign("(") && before.size() > 1 &&
        parse_epoch_column(in_folded_case(before[before.size() - 2].text) + "(0)")) {
        for (const Epoch& epoch : columns.dataset()->series.epochs())
            choices.offer(std::to_string(epoch.number) + ")");
    } else if (!is_text && ends_with_value(before)) {
        offer_words(before, choices);
    } else if (!is_text) {
        offer_names(columns, choices);
    }
    completion.choices = choices.taken();
    return completion;
}

}  // namespace epochscope
