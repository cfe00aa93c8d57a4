#include "io/curves/table_text.h"

#include "io/json/json_text.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <set>
#include <vector>

namespace epochscope {

namespace {

constexpr std::string_view blank = " \t\r";
constexpr std::size_t max_columns = 10'000;

std::string_view trimmed(std::string_view text, std::string_view of = blank) {
    const std::size_t first = text.find_first_not_of(of);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(of) - first + 1);
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

/// The cells of a line, without quotation marks; separators within quotation marks do not count.
void split(std::string_view line, char separator, std::vector<std::string_view>& cells) {
    cells.clear();
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        if (i < line.size() && line[i] == '"') quoted = !quoted;
        if (i < line.size() && (quoted || line[i] != separator)) continue;
        // A tab may be the separator; then it is not a blank.
        std::string_view cell = trimmed(line.substr(begin, i - begin), " \r");
        if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
            cell = cell.substr(1, cell.size() - 2);
        cells.push_back(cell);
        begin = i + 1;
    }
}

/// The most frequent separator of a line.
char separator_of(std::string_view line) {
    char best = ',';
    std::ptrdiff_t max = 0;
    for (const char candidate : {',', ';', '\t'}) {
        const std::ptrdiff_t count = std::count(line.begin(), line.end(), candidate);
        if (count > max) best = candidate;
        max = std::max(max, count);
    }
    return best;
}

bool is_missing(std::string_view cell) {
    if (cell.empty()) return true;
    if (cell.size() > 4) return false;
    const std::string word = lower(cell);
    return word == "na" || word == "n/a" || word == "none" || word == "null" || word == "-";
}

std::optional<double> plain_number(std::string_view cell) {
    if (cell.starts_with('+')) cell.remove_prefix(1);
    double number = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error == std::errc::result_out_of_range && end == cell.data() + cell.size()) {
        const bool is_tiny = lower(cell).find("e-") != std::string::npos;
        const double huge = std::numeric_limits<double>::infinity();
        return is_tiny ? 0 : cell.front() == '-' ? -huge : huge;
    }
    if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
    return number;
}

/// If commas are not separators, a comma may be the decimal point.
std::optional<double> number_of(std::string_view cell, char separator) {
    const std::size_t comma = cell.find(',');
    if (separator == ',' || comma == std::string_view::npos) return plain_number(cell);
    std::string pointed(cell);
    pointed[comma] = '.';
    return plain_number(pointed);
}

class TableReader {
  public:
    explicit TableReader(std::string_view where) : where_(where) {}

    CurveTable read(std::string_view text);

  private:
    void read_head(std::string_view line);
    void read_row(std::string_view line);
    [[nodiscard]] double place(std::size_t column) const;
    [[nodiscard]] std::optional<double> cell_number(std::size_t column) const;
    [[nodiscard]] std::string place_name() const {
        return std::string(where_) + ": line " + std::to_string(line_);
    }
    [[nodiscard]] bool is_curve(std::size_t column) const {
        return column != step_ && (column != epoch_ || step_);
    }

    std::string_view where_;
    char separator_ = ',';
    std::size_t line_ = 0;
    std::size_t row_ = 0;
    std::vector<std::string> names_;
    std::optional<std::size_t> step_;
    std::optional<std::size_t> epoch_;
    /// The last one given.
    double last_epoch_ = std::numeric_limits<double>::quiet_NaN();
    std::vector<std::string_view> cells_;
    CurveTable table_;
};

std::optional<std::size_t> column_called(const std::vector<std::string>& names,
                                         std::initializer_list<std::string_view> wanted) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (std::find(wanted.begin(), wanted.end(), lower(names[i])) != wanted.end()) return i;
    return std::nullopt;
}

/// Takes the first line as names unless it consists of numbers.
void TableReader::read_head(std::string_view line) {
    separator_ = separator_of(line);
    split(line, separator_, cells_);
    if (cells_.size() > max_columns)
        throw Error(place_name(), "has ", cells_.size(), " columns, expected at most ",
                    max_columns);
    const bool has_names = !std::all_of(cells_.begin(), cells_.end(), [&](std::string_view cell) {
        return number_of(cell, separator_).has_value();
    });
    std::set<std::string> seen;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        std::string name(has_names ? cells_[i] : std::string_view{});
        if (name.empty()) name = "column " + std::to_string(i + 1);
        if (!seen.insert(name).second)
            throw Error(place_name(), "two columns are called ", in_quotes(name));
        names_.push_back(std::move(name));
    }
    step_ =
        column_called(names_, {"step", "steps", "iteration", "iterations", "iter", "global_step"});
    epoch_ = column_called(names_, {"epoch", "epochs"});
    if (step_)
        table_.steps_are = StepUnit::steps;
    else if (epoch_)
        table_.steps_are = StepUnit::epochs;
    for (std::size_t i = 0; i < names_.size(); ++i)
        if (is_curve(i)) table_.set.named(names_[i]);
    if (table_.set.all().empty())
        throw Error(place_name(), "has no column of values, expected one beside ",
                    in_quotes(names_.front()));
    if (!has_names) read_row(line);
}

std::optional<double> TableReader::cell_number(std::size_t column) const {
    if (column >= cells_.size() || is_missing(cells_[column])) return std::nullopt;
    const auto number = number_of(cells_[column], separator_);
    if (!number)
        throw Error(place_name(), names_[column], " is ", in_quotes(cells_[column]),
                    ", expected a number or nothing");
    return number;
}

/// The step or epoch of a row; must be a number.
double TableReader::place(std::size_t column) const {
    const auto number = cell_number(column);
    if (!number || !std::isfinite(*number))
        throw Error(place_name(), names_[column], " is ",
                    column < cells_.size() ? in_quotes(cells_[column]) : "missing",
                    ", expected a number");
    return *number;
}

void TableReader::read_row(std::string_view line) {
    split(line, separator_, cells_);
    if (cells_.size() > names_.size())
        throw Error(place_name(), "has ", cells_.size(), " cells, expected ", names_.size());
    if (step_ && epoch_) {
        const auto epoch = cell_number(*epoch_);
        if (epoch && std::isfinite(*epoch)) last_epoch_ = *epoch;
    } else if (epoch_) {
        last_epoch_ = place(*epoch_);
    }
    const double step = step_ ? place(*step_) : epoch_ ? last_epoch_ : static_cast<double>(row_);
    // Reads a complete row or nothing: the last cell may be broken.
    std::vector<std::optional<double>> numbers;
    numbers.reserve(names_.size());
    for (std::size_t i = 0; i < names_.size(); ++i)
        numbers.push_back(is_curve(i) ? cell_number(i) : std::nullopt);
    auto series = table_.set.all().begin();
    for (std::size_t i = 0; i < names_.size(); ++i) {
        if (!is_curve(i)) continue;
        if (numbers[i]) {
            series->steps.push_back(step);
            series->values.push_back(*numbers[i]);
            if (epoch_) series->epochs.push_back(last_epoch_);
        }
        ++series;
    }
    ++row_;
}

CurveTable TableReader::read(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
        ++line_;
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        const bool is_last = end == std::string_view::npos;
        text = is_last ? std::string_view{} : text.substr(end + 1);
        if (trimmed(line).empty()) continue;
        if (names_.empty()) {
            read_head(line);
            continue;
        }
        try {
            read_row(line);
        } catch (const Error&) {
            if (!is_last) throw;
            table_.is_cut = true;
        }
    }
    if (names_.empty()) throw Error(where_, "is empty, expected a line of names and rows");
    for (ScalarSeries& series : table_.set.all()) put_in_order(series);
    return std::move(table_);
}

}  // namespace

CurveTable parse_curve_table(std::string_view where, std::string_view text) {
    return TableReader(where).read(text);
}

}  // namespace epochscope
