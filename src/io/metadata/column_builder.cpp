#include "io/metadata/column_builder.h"

#include "io/tables/table_reader.h"

#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <limits>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

/// Longer cells are neither numbers, dates nor truth values.
constexpr std::size_t longest_value = 64;

std::optional<std::int64_t> truth_in(std::string_view cell) {
    if (cell.size() < 4 || cell.size() > 5) return std::nullopt;
    const std::string word = in_lower_case(cell);
    if (word == "true") return 1;
    return word == "false" ? std::optional<std::int64_t>(0) : std::nullopt;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether a cell of digits is a number all the same: -0 and +5, and the one whole number that says
/// in a column of whole ones that one is missing.
bool is_real_of_digits(std::string_view cell) {
    return cell == "-0" || cell == "-9223372036854775808" ||
           (cell.starts_with('+') && plain_whole(cell.substr(1)));
}

/// The number of a cell that does not lose digits as a double: neither `007` nor a number of 20
/// digits, which are names.
std::optional<double> real_in(std::string_view cell) {
    const std::string_view digits = cell.substr(cell.starts_with('-') || cell.starts_with('+'));
    if (digits.empty() || (!is_digit(digits.front()) && digits.front() != '.' &&
                           in_lower_case(digits).substr(0, 3) != "inf"))
        return std::nullopt;
    if (digits.size() > 1 && digits[0] == '0' && is_digit(digits[1])) return std::nullopt;
    if (std::ranges::all_of(digits, is_digit) && !plain_whole(cell) && !is_real_of_digits(cell))
        return std::nullopt;
    return plain_number(cell);
}

std::optional<std::int64_t> date_in(std::string_view cell) {
    constexpr std::size_t shortest = 10;
    return cell.size() >= shortest && cell[4] == '-' ? parse_date(cell) : std::nullopt;
}

}  // namespace

bool is_missing_cell(std::string_view cell) {
    if (cell.empty()) return true;
    if (cell.size() > 4) return false;
    constexpr std::array<std::string_view, 6> words{"na", "n/a", "nan", "none", "null", "-"};
    return std::ranges::find(words, in_lower_case(cell)) != words.end();
}

std::optional<std::int64_t> plain_whole(std::string_view cell) {
    const std::string_view digits = cell.substr(cell.starts_with('-') ? 1 : 0);
    if (digits.empty() || digits.size() > 19 || !is_digit(digits.front())) return std::nullopt;
    if (digits.front() == '0' && cell.size() > 1) return std::nullopt;
    std::int64_t value = 0;
    const auto [stop, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || stop != cell.data() + cell.size()) return std::nullopt;
    // That number says that one is missing.
    return value == Column::missing ? std::nullopt : std::optional(value);
}

ColumnBuilder::ColumnBuilder(std::string name, std::size_t rows, Cells cells)
    : name_(std::move(name)), expected_(rows), cells_(cells) {}

void ColumnBuilder::add(std::string_view cell) {
    if (kind_ == Kind::unknown) begin(cell);
    if (!take(cell)) {
        if (kind_ == Kind::whole && cell.size() <= longest_value && real_in(cell))
            become_real();
        else
            become_texts();
        take(cell);
    }
    ++rows_;
}

bool ColumnBuilder::take(std::string_view cell) {
    const bool may_be_value = cell.size() <= longest_value;
    const auto push = [&](auto& values, const auto& value) {
        if (!value) return false;
        values.push_back(*value);
        if (cells_ == Cells::kept && kind_ != Kind::whole) append(cell);
        return true;
    };
    switch (kind_) {
        case Kind::whole:
            return may_be_value && push(whole_, plain_whole(cell));
        case Kind::truth:
            return push(whole_, truth_in(cell));
        case Kind::date:
            return may_be_value && push(whole_, date_in(cell));
        case Kind::real:
            return may_be_value && push(real_, real_in(cell));
        case Kind::words:
            add_word(cell);
            return true;
        case Kind::texts:
            append(cell);
            return true;
        case Kind::unknown:
        case Kind::lost:
            break;
    }
    return true;
}

void ColumnBuilder::add_missing() {
    switch (kind_) {
        case Kind::whole:
        case Kind::truth:
        case Kind::date:
            whole_.push_back(Column::missing);
            break;
        case Kind::real:
            real_.push_back(no_number);
            break;
        case Kind::words:
            codes_.push_back(-1);
            break;
        case Kind::texts:
            append({});
            break;
        case Kind::unknown:
        case Kind::lost:
            break;
    }
    if (cells_ == Cells::kept &&
        (kind_ == Kind::truth || kind_ == Kind::date || kind_ == Kind::real))
        append({});
    ++rows_;
}

void ColumnBuilder::add_any(std::string_view cell) {
    if (is_missing_cell(cell))
        add_missing();
    else
        add(cell);
}

void ColumnBuilder::begin(std::string_view cell) {
    const auto of_whole = [&](Kind kind) {
        kind_ = kind;
        whole_.reserve(std::max(expected_, rows_));
        whole_.assign(rows_, Column::missing);
    };
    if (cells_ == Cells::texts || cell.size() > longest_value) {
        become_texts();
    } else if (plain_whole(cell)) {
        of_whole(Kind::whole);
    } else if (truth_in(cell)) {
        of_whole(Kind::truth);
    } else if (date_in(cell)) {
        of_whole(Kind::date);
    } else if (real_in(cell)) {
        kind_ = Kind::real;
        real_.reserve(std::max(expected_, rows_));
        real_.assign(rows_, no_number);
    } else {
        become_texts();
    }
    if (cells_ == Cells::kept && kind_ != Kind::words) ends_.assign(rows_, 0);
}

void ColumnBuilder::become_real() {
    if (cells_ == Cells::kept) {
        ends_.clear();
        for (const std::int64_t value : whole_)
            append(value == Column::missing ? std::string() : std::to_string(value));
    }
    real_.reserve(std::max(expected_, rows_));
    for (const std::int64_t value : whole_)
        real_.push_back(value == Column::missing ? no_number : static_cast<double>(value));
    whole_ = {};
    kind_ = Kind::real;
}

void ColumnBuilder::become_texts() {
    const Kind before = std::exchange(kind_, Kind::words);
    const bool can_spell = before == Kind::unknown || before == Kind::whole;
    if (!can_spell && cells_ != Cells::kept) {
        kind_ = Kind::lost;
        whole_ = {};
        real_ = {};
        return;
    }
    codes_.reserve(std::max(expected_, rows_));
    if (before == Kind::unknown) {
        codes_.assign(rows_, -1);
    } else if (before == Kind::whole) {
        for (const std::int64_t value : std::exchange(whole_, {}))
            add_text(value == Column::missing ? std::string() : std::to_string(value));
    } else {
        const std::string bytes = std::exchange(bytes_, {});
        std::uint64_t begin = 0;
        for (const std::uint64_t end : std::exchange(ends_, {})) {
            add_text(std::string_view(bytes).substr(begin, end - begin));
            begin = end;
        }
    }
    whole_ = {};
    real_ = {};
}

/// An empty text is a missing one.
void ColumnBuilder::add_text(std::string_view cell) {
    if (kind_ == Kind::texts)
        append(cell);
    else if (cell.empty())
        codes_.push_back(-1);
    else
        add_word(cell);
}

void ColumnBuilder::add_word(std::string_view cell) {
    // Tables often repeat a word.
    if (last_code_ < 0 || words_[static_cast<std::size_t>(last_code_)] != cell) {
        const auto found = code_of_.find(cell);
        if (found != code_of_.end()) {
            last_code_ = found->second;
        } else if (words_.size() == max_words) {
            spell_out_words();
            append(cell);
            return;
        } else {
            last_code_ = static_cast<std::int32_t>(words_.size());
            code_of_.emplace(words_.emplace_back(cell), last_code_);
        }
    }
    codes_.push_back(last_code_);
}

void ColumnBuilder::spell_out_words() {
    const std::vector<std::int32_t> codes = std::exchange(codes_, {});
    ends_.clear();
    ends_.reserve(std::max(expected_, rows_));
    kind_ = Kind::texts;
    for (const std::int32_t code : codes)
        append(code < 0 ? std::string_view() : words_[static_cast<std::size_t>(code)]);
    code_of_ = {};
    words_ = {};
}

void ColumnBuilder::append(std::string_view cell) {
    const std::size_t wanted = bytes_.size() + cell.size();
    if (wanted > bytes_.capacity()) {
        // As much as all rows need if they are like those before; memory that is not written to
        // costs nothing.
        const std::size_t rows = ends_.size() + 1;
        const double like_before = static_cast<double>(wanted) / static_cast<double>(rows) *
                                   static_cast<double>(std::max(expected_, rows)) * 1.05;
        const std::size_t most = 4 * wanted;
        bytes_.reserve(
            std::max(wanted + wanted / 4, std::min(static_cast<std::size_t>(like_before), most)));
    }
    bytes_.append(cell);
    ends_.push_back(bytes_.size());
}

Column ColumnBuilder::finish() {
    if (kind_ == Kind::unknown) become_texts();
    if (kind_ == Kind::words && words_.size() * 2 > rows_) spell_out_words();
    switch (kind_) {
        case Kind::whole:
            return Column::of_whole(std::move(name_), ColumnType::whole, std::move(whole_));
        case Kind::truth:
            return Column::of_whole(std::move(name_), ColumnType::truth, std::move(whole_));
        case Kind::date:
            return Column::of_whole(std::move(name_), ColumnType::date, std::move(whole_));
        case Kind::real:
            return Column::of_real(std::move(name_), std::move(real_));
        case Kind::words:
            return Column::of_categories(
                std::move(name_), std::move(codes_),
                {std::move_iterator(words_.begin()), std::move_iterator(words_.end())});
        default:
            break;
    }
    return Column::of_texts(std::move(name_), std::move(bytes_), std::move(ends_));
}

}  // namespace epochscope
