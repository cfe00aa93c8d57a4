#include "io/tables/table_reader.h"

#include "io/dynamics/literal_reader.h"
#include "io/json/json_text.h"
#include "io/tables/place_columns.h"
#include "io/tables/table_separator.h"

#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>
#include <epochscope/model/trimmed.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <set>
#include <utility>

namespace epochscope {

namespace {

constexpr std::string_view blank = " \t\r";

/// Ends of lines mean nothing between the values of JSON, and never occur within them.
std::string without_line_ends(std::string_view text) {
    std::string result(text);
    std::ranges::replace(result, '\n', ' ');
    return result;
}

/// Whether cells are 0, 1, ... above numbers that are not whole: pandas numbers columns that have
/// no names.
bool are_column_numbers(const std::vector<std::string_view>& cells, std::string_view below) {
    if (cells.size() < 2) return false;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (cells[i] != std::to_string(i)) return false;
    return below.substr(0, below.find('\n')).find('.') != std::string_view::npos;
}

}  // namespace

std::optional<double> plain_number(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    const char* const end = text.data() + text.size();
    double number = 0;
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (stop != end || text.empty()) return std::nullopt;
    if (error == std::errc::result_out_of_range) {
        const bool is_tiny = in_lower_case(text).find("e-") != std::string::npos;
        const double huge = std::numeric_limits<double>::infinity();
        return is_tiny ? 0 : text.front() == '-' ? -huge : huge;
    }
    return error == std::errc() ? std::optional(number) : std::nullopt;
}

std::string unnamed_column(std::size_t column) { return "column " + std::to_string(column + 1); }

std::vector<std::string> words_in(TableReader& rows, std::size_t column, std::size_t count) {
    std::vector<std::string> words;
    if (rows.names().size() > 1) {
        while (rows.next()) words.emplace_back(rows.text(column));
        return words;
    }
    words.resize(rows.blank_lines_before());
    // Numbers are no names: their first line is a row already.
    const bool has_first = rows.names().front() != unnamed_column(0);
    if (has_first) words.push_back(rows.names().front());
    while (rows.next()) words.emplace_back(rows.text(column));
    const auto drop_name = [&] {
        words.erase(words.begin(),
                    words.begin() + static_cast<std::ptrdiff_t>(rows.blank_lines_before() + 1));
    };
    const bool is_named = has_first && usual_label_column(rows);
    if (is_named && words.size() > count) drop_name();
    while (words.size() > count && words.back().empty()) words.pop_back();
    if (has_first && !is_named && words.size() > count) drop_name();
    return words;
}

std::optional<std::string> array_in(std::string_view text, std::string_view key) {
    std::string flat = without_line_ends(text);
    std::deque<std::string> texts;
    LiteralReader reader(flat, texts, flat.size());
    try {
        if (!reader.take('{')) return std::nullopt;
        while (!reader.take('}')) {
            const bool is_found = reader.key(key) == key;
            if (is_found && reader.begins_with('[')) return flat.substr(reader.byte() - 1);
            reader.skip_value();
            reader.take(',');
        }
    } catch (const LineFault&) {  // Whoever reads it as an object says what is wrong.
    }
    return std::nullopt;
}

TableReader::TableReader(std::string where, std::string_view text, const TableStyle& style)
    : where_(std::move(where)),
      rest_(text),
      max_quoted_(style.max_quoted),
      has_empty_rows_(style.has_empty_rows) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
    size_ = rest_.size();
    const std::size_t first = rest_.find_first_not_of(" \t\r\n");
    const char begin = first == std::string_view::npos ? '\0' : rest_[first];
    is_objects_ = !style.separator && (begin == '{' || begin == '[');
    if (!is_objects_)
        read_head(style);
    else if (begin == '[')
        begin_array();
}

void TableReader::begin_array() {
    is_array_ = true;
    array_ = without_line_ends(rest_);
    rest_ = array_;
    rest_.remove_prefix(rest_.find('[') + 1);
}

std::string TableReader::place() const {
    return where_ + (is_array_ ? ": entry " : ": line ") + std::to_string(line_);
}

std::optional<std::size_t> TableReader::find(std::initializer_list<std::string_view> wanted) const {
    for (std::size_t i = 0; i < names_.size(); ++i)
        if (std::ranges::find(wanted, in_lower_case(names_[i])) != wanted.end()) return i;
    return std::nullopt;
}

bool TableReader::is_missing(std::size_t column) const {
    constexpr std::array<std::string_view, 5> words{"na", "n/a", "none", "null", "-"};
    const std::string_view cell = text(column);
    if (cell.empty()) return true;
    return cell.size() <= 4 && std::ranges::find(words, in_lower_case(cell)) != words.end();
}

std::optional<double> TableReader::number(std::size_t column) const {
    if (is_missing(column)) return std::nullopt;
    const std::string_view cell = text(column);
    const std::size_t comma = cell.find(',');
    if (separator_ == ',' || is_objects_ || comma == std::string_view::npos)
        return plain_number(cell);
    std::string pointed(cell);
    pointed[comma] = '.';
    return plain_number(pointed);
}

bool TableReader::repeats_names() const {
    return !is_objects_ && std::ranges::equal(cells_, names_);
}

bool TableReader::next() { return is_objects_ ? next_object() : next_line(); }

std::string_view TableReader::take_line() {
    ++line_;
    const std::size_t end = rest_.find('\n');
    const std::string_view line = rest_.substr(0, end);
    is_unfinished_ = end == std::string_view::npos;
    rest_ = is_unfinished_ ? std::string_view{} : rest_.substr(end + 1);
    return line;
}

/// A quote that does not enclose its cell and goes on over ends of lines would take other rows in.
void TableReader::expect_no_quote(bool goes_on) const {
    if (must_end_quotes_ && goes_on)
        throw Error(where_, "the quote that begins at line ", line_, " has no end");
}

/// Nothing, and nothing is taken, if the quote does not enclose the cell.
std::optional<std::string_view> TableReader::take_quoted() {
    bool has_doubled = false;
    std::size_t end = 1;
    // Where it must have an end, no line is looked at twice.
    const std::string_view within = must_end_quotes_ ? rest_ : rest_.substr(0, max_quoted_);
    for (;; end += 2) {
        end = within.find('"', std::min(end, within.size()));
        if (end == std::string_view::npos) {
            expect_no_quote(true);
            return std::nullopt;
        }
        if (rest_.substr(end + 1, 1) != "\"") break;
        has_doubled = true;
    }
    const std::size_t behind = std::min(rest_.find_first_not_of(" \r", end + 1), rest_.size());
    const std::string_view inside = rest_.substr(1, end - 1);
    if (behind < rest_.size() && rest_[behind] != separator_ && rest_[behind] != '\n') {
        expect_no_quote(inside.find('\n') != std::string_view::npos);
        return std::nullopt;
    }
    if (inside.size() > max_quoted_) expect_no_quote(inside.find('\n') != std::string_view::npos);
    line_ += static_cast<std::size_t>(std::ranges::count(inside, '\n'));
    rest_.remove_prefix(behind);
    if (!has_doubled) return inside;
    std::string& text = texts_.emplace_back();
    text.reserve(inside.size());
    for (std::size_t i = 0; i < inside.size(); ++i) {
        text += inside[i];
        if (inside[i] == '"') ++i;
    }
    return text;
}

std::string_view TableReader::take_cell() {
    // A tab may be the separator; then it is not a blank.
    const std::string_view blanks = separator_ == '\t' ? std::string_view(" \r") : blank;
    rest_.remove_prefix(std::min(rest_.find_first_not_of(blanks), rest_.size()));
    if (rest_.starts_with('"'))
        if (const auto cell = take_quoted()) return *cell;
    const auto end =
        std::ranges::find_if(rest_, [this](char c) { return c == separator_ || c == '\n'; });
    const auto length = static_cast<std::size_t>(end - rest_.begin());
    const std::string_view cell = trimmed(rest_.substr(0, length), blanks);
    rest_.remove_prefix(length);
    return cell;
}

void TableReader::read_cells() {
    ++line_;
    cells_.clear();
    texts_.clear();
    for (bool more = true; more;) {
        // A line of nothing but separators must not take more memory than the text.
        if (cells_.size() == max_columns)
            throw Error(place(), "has more than ", max_columns, " columns, expected fewer");
        cells_.push_back(take_cell());
        if (separator_ == ' ')
            rest_.remove_prefix(std::min(rest_.find_first_not_of(blank), rest_.size()));
        more = !rest_.empty() && rest_.front() != '\n';
        if (more && separator_ != ' ') rest_.remove_prefix(1);
    }
    is_unfinished_ = rest_.empty();
    if (!is_unfinished_) rest_.remove_prefix(1);
}

std::vector<std::string> TableReader::cells_in(std::string_view text) {
    const std::string_view rest = std::exchange(rest_, text);
    const std::size_t line = line_;
    read_cells();
    rest_ = rest;
    line_ = line;
    return {cells_.begin(), cells_.end()};
}

/// Skips blank lines and comments; returns the last comment.
std::string_view TableReader::skip_to_head() {
    std::string_view comment;
    for (;;) {
        const std::string_view before = rest_;
        if (before.empty()) throw Error(where_, "is empty, expected a line of names and rows");
        const std::string_view line = trimmed(take_line());
        if (line.empty()) ++blank_before_;
        if (line.starts_with('#') && !rest_.empty()) {
            comment = trimmed(line.substr(1));
        } else if (!line.empty()) {
            rest_ = before;
            --line_;
            return comment;
        }
    }
}

std::vector<bool> TableReader::are_numbers() const {
    std::vector<bool> are;
    for (std::size_t i = 0; i < cells_.size(); ++i) are.push_back(number(i).has_value());
    return are;
}

/// Whether the line that was read, and begins `line`, is a row like the one behind it.
bool TableReader::is_row_like_next(std::string_view line) {
    const std::vector<bool> are = are_numbers();
    std::size_t fractions = 0;
    for (std::size_t i = 0; i < are.size(); ++i)
        fractions += are[i] && text(i).find_first_of(".,") != std::string_view::npos ? 1 : 0;
    if (fractions < 2 || rest_.empty() || text(0).empty()) return false;
    cells_in(rest_);
    const bool is_alike = are_numbers() == are;
    rest_ = line;
    --line_;
    read_cells();
    return is_alike;
}

void TableReader::read_head(const TableStyle& style) {
    const std::string_view comment = skip_to_head();
    separator_ = style.separator.value_or(guess_separator(rest_));
    std::vector<std::string> names =
        comment.empty() ? std::vector<std::string>() : cells_in(comment);
    must_end_quotes_ = style.must_end_quotes;
    const std::string_view line = rest_;
    read_cells();
    const std::vector<bool> are = are_numbers();
    const bool is_numbers = std::ranges::find(are, false) == are.end();
    const auto has_names = [&] {
        return is_numbers ? are_column_numbers(cells_, rest_) : !is_row_like_next(line);
    };
    is_first_kept_ = !(style.has_names ? *style.has_names : has_names());
    if (!is_first_kept_)
        names.assign(cells_.begin(), cells_.end());
    else if (names.size() != cells_.size())
        names.assign(cells_.size(), {});
    take_names(std::move(names));
}

void TableReader::take_names(std::vector<std::string> names) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].empty()) names[i] = unnamed_column(i);
        if (!seen.insert(names[i]).second)
            throw Error(place(), "two columns are called ", in_quotes(names[i]));
    }
    names_ = std::move(names);
}

bool TableReader::next_line() {
    if (is_first_kept_) {
        is_first_kept_ = false;
        return true;
    }
    while (!rest_.empty()) {
        const std::size_t first = rest_.find_first_not_of(blank);
        if (first == std::string_view::npos || rest_[first] == '\n') {
            take_line();
            if (!has_empty_rows_ || names_.size() > 1) continue;
            cells_.assign(1, {});
            return true;
        }
        read_cells();
        while (cells_.size() > names_.size() && cells_.back().empty()) cells_.pop_back();
        if (cells_.size() <= names_.size()) return true;
        if (!is_unfinished_)
            throw Error(place(), "has ", cells_.size(), " cells, expected ", names_.size());
        is_cut_ = true;
    }
    return false;
}

std::size_t TableReader::column_called(std::string_view name) {
    if (likely_ < names_.size() && names_[likely_] == name) return likely_++;
    auto found = columns_.find(name);
    if (found == columns_.end()) {
        if (names_.size() == max_columns)
            throw Error(place(), "has more than ", max_columns, " different keys");
        found = columns_.emplace(std::string(name), names_.size()).first;
        names_.emplace_back(name);
    }
    likely_ = found->second + 1;
    return found->second;
}

/// Reads the object that `text` begins with, and what follows it if it is part of an array.
void TableReader::read_object(std::string_view text) {
    cells_.assign(names_.size(), {});
    texts_.clear();
    likely_ = 0;
    LiteralReader reader(text, texts_, text.size());
    reader.expect('{');
    bool more = !reader.take('}');
    while (more) {
        const std::string_view key = reader.key(
            likely_ < names_.size() ? std::string_view(names_[likely_]) : std::string_view());
        const std::size_t column = column_called(key);
        cells_.resize(names_.size());
        if (reader.begins_with('[') || reader.begins_with('{') || reader.begins_with('(')) {
            const std::size_t begin = reader.byte() - 1;
            reader.skip_value();
            cells_[column] = text.substr(begin, reader.byte() - 1 - begin);
        } else {
            cells_[column] = reader.scalar().text;
        }
        more = !reader.take('}');
        if (more) reader.expect(',');
    }
    if (!is_array_) {
        if (!reader.at_end()) reader.fail("has more after the object");
        return;
    }
    const bool goes_on = reader.take(',');
    if (!goes_on) reader.expect(']');
    rest_ = goes_on ? text.substr(reader.byte() - 1) : std::string_view{};
}

bool TableReader::next_object() {
    while (!rest_.empty()) {
        std::string_view text = rest_;
        if (is_array_) {
            ++line_;
            text = trimmed(text, " \t\r\n");
            // An empty array, or one that ends with a comma.
            if (text.starts_with(']')) return false;
            if (text.empty()) {
                is_cut_ = true;
                return false;
            }
        } else {
            text = take_line();
        }
        if (trimmed(text).empty()) continue;
        try {
            read_object(text);
            return true;
        } catch (const LineFault& fault) {
            if (!fault.cut || (!is_array_ && !is_unfinished_))
                throw Error(place() + (is_array_ ? "" : ", byte " + std::to_string(fault.byte)),
                            fault.what());
            is_cut_ = true;
            return false;
        }
    }
    return false;
}

}  // namespace epochscope
