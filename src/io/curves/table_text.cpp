#include "io/curves/table_text.h"

#include "io/curves/list_columns.h"
#include "io/json/json_text.h"
#include "io/tables/table_reader.h"

#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

namespace epochscope {

namespace {

/// Where Hugging Face's trainer_state.json has its rows.
constexpr std::string_view log_key = "log_history";

/// Weights & Biases counts `_step`, Lightning there `trainer/global_step`.
bool is_step_name(std::string_view name) {
    constexpr std::array<std::string_view, 12> names{
        "step",  "steps",      "iteration",     "iterations",
        "iter",  "iters",      "global_step",   "globalstep",
        "_step", "train_step", "training_step", "trainer/global_step"};
    return std::ranges::find(names, in_lower_case(name)) != names.end();
}

std::optional<std::size_t> step_column(const TableReader& rows) {
    const auto found = std::ranges::find_if(rows.names(), is_step_name);
    if (found == rows.names().end()) return std::nullopt;
    return static_cast<std::size_t>(found - rows.names().begin());
}

bool is_epoch_name(std::string_view name) {
    return in_lower_case(name) == "epoch" || in_lower_case(name) == "epochs";
}

std::optional<std::size_t> epoch_column(const TableReader& rows) {
    return rows.find({"epoch", "epochs"});
}

bool holds_log(std::string_view text) { return text.find(log_key) != std::string_view::npos; }

/// The text of the rows: all of it, or the array of an object that holds it.
std::string_view rows_in(std::string_view text, std::optional<std::string>& array) {
    if (!holds_log(text)) return text;
    array = array_in(text, log_key);
    return array ? std::string_view(*array) : text;
}

class CurveReader {
  public:
    CurveReader(std::string_view where, std::string_view text)
        : where_(where), rows_(where_, rows_in(text, array_)) {}

    CurveTable read();

  private:
    /// What was found in a column.
    struct Column {
        std::size_t numbers = 0;
        std::size_t words = 0;
        std::size_t first_line = 0;
        std::string first_word = {};
    };

    void read_row();
    void choose_steps();
    void put_at(double step);
    [[nodiscard]] bool is_broken_row() const;
    [[nodiscard]] std::optional<double> place(std::size_t column) const;
    [[nodiscard]] double step_of_row();
    void begin_again(double step);
    void begin_next_table();
    void forget_rows();
    void warn_of_words();
    void finish();
    [[nodiscard]] bool is_curve(std::size_t column) const {
        const bool is_place = column == step_ || column == mode_ || (column == epoch_ && !step_);
        return !is_place && !counts_steps(column) && !is_index(column);
    }
    /// Loggers count steps in several ways.
    [[nodiscard]] bool counts_steps(std::size_t column) const {
        return step_ && is_step_name(rows_.names()[column]);
    }
    /// Whether a column has no name where others have: the index that pandas writes, or what a
    /// separator at the end of a line makes.
    [[nodiscard]] bool is_index(std::size_t column) const {
        return has_names_ && rows_.names()[column] == unnamed_column(column);
    }
    [[nodiscard]] std::string curve_name(std::size_t column) const;
    void warn(std::string sentence) { table_.warnings.push_back(std::move(sentence)); }

    std::string where_;
    std::optional<std::string> array_;
    TableReader rows_;
    std::size_t row_ = 0;
    std::optional<std::size_t> step_;
    std::optional<std::size_t> epoch_;
    bool has_names_ = false;
    /// Where objects say "train" or "val".
    std::optional<std::size_t> mode_;
    /// The last ones given, and the last step within its epoch.
    double last_epoch_ = std::numeric_limits<double>::quiet_NaN();
    double last_step_ = std::numeric_limits<double>::quiet_NaN();
    double last_count_ = std::numeric_limits<double>::quiet_NaN();
    /// What is added to steps that begin anew in each epoch.
    double before_epoch_ = 0;
    /// Whether steps have increased so far.
    bool is_rising_ = true;
    std::size_t replaced_ = 0;
    std::vector<Column> columns_;
    CurveTable table_;
};

void CurveReader::choose_steps() {
    step_ = step_column(rows_);
    epoch_ = epoch_column(rows_);
    mode_ = rows_.is_objects() ? rows_.find({"mode"}) : std::nullopt;
    table_.steps_are = step_ ? StepUnit::steps : epoch_ ? StepUnit::epochs : StepUnit::rows;
    const std::size_t columns = rows_.names().size();
    for (std::size_t i = 0; i < columns; ++i)
        has_names_ = has_names_ || rows_.names()[i] != unnamed_column(i);
    const std::size_t curves = columns - (step_ || epoch_ ? 1 : 0);
    if (curves == 0)
        throw Error(rows_.place(), "has no column of values, expected one beside ",
                    in_quotes(columns > 0 ? rows_.names().front() : "step"));
}

/// The step or epoch of a row: a number; nothing if an object has none.
std::optional<double> CurveReader::place(std::size_t column) const {
    const auto number = rows_.number(column);
    if (number && std::isfinite(*number)) return number;
    if (rows_.is_objects() && rows_.is_missing(column)) return std::nullopt;
    throw Error(rows_.place(), rows_.names()[column], " is ", in_quotes(rows_.text(column)),
                ", expected a number");
}

double CurveReader::step_of_row() {
    const double epoch_before = last_epoch_;
    if (epoch_) {
        // Beside steps, epochs may be missing.
        const auto epoch = step_ ? rows_.number(*epoch_) : place(*epoch_);
        if (epoch && std::isfinite(*epoch)) last_epoch_ = *epoch;
    }
    if (!step_) return epoch_ ? last_epoch_ : static_cast<double>(row_);
    const auto count = place(*step_);
    // Rows of evaluations have no step of their own.
    if (!count) return last_step_;
    if (*count <= last_count_ && last_epoch_ > epoch_before && before_epoch_ + *count < last_step_)
        before_epoch_ = last_step_;
    last_count_ = *count;
    return before_epoch_ + *count;
}

/// Whether a last line without an end has something else than numbers in columns of numbers.
bool CurveReader::is_broken_row() const {
    for (std::size_t i = 0; i < columns_.size(); ++i)
        if (columns_[i].numbers > columns_[i].words && !rows_.is_missing(i) && !rows_.number(i))
            return true;
    return false;
}

/// A run that was resumed, or begun again, writes steps that were there before. Rows that are only
/// in another order do not.
void CurveReader::begin_again(double step) {
    if (!is_rising_) return;
    const bool was_there = std::ranges::any_of(table_.set.all(), [&](const ScalarSeries& series) {
        return std::ranges::binary_search(series.steps, step);
    });
    is_rising_ = was_there;
    if (!was_there) return;
    std::size_t most = 0;
    for (ScalarSeries& series : table_.set.all()) most = std::max(most, cut_from(series, step));
    replaced_ += most;
}

void CurveReader::begin_next_table() {
    const std::size_t line = rows_.line();
    warn("line " + std::to_string(line) +
         " repeats the names of the columns, as where a second run was appended; only the rows "
         "after it are shown");
    forget_rows();
}

void CurveReader::forget_rows() {
    for (ScalarSeries& series : table_.set.all()) series = {std::move(series.name), {}, {}};
    columns_.assign(columns_.size(), {});
    last_epoch_ = last_step_ = last_count_ = std::numeric_limits<double>::quiet_NaN();
    before_epoch_ = 0;
    row_ = 0;
}

void CurveReader::read_row() {
    if (rows_.is_objects() && !step_ && !epoch_) {
        choose_steps();
        // What came before tells of the machine and the settings.
        if (step_ || epoch_) forget_rows();
    }
    columns_.resize(rows_.names().size());
    const double step = step_of_row();
    if (std::isnan(step)) return;
    if (step < last_step_) begin_again(step);
    last_step_ = step;
    put_at(step);
    ++row_;
}

/// Evaluations have curves of their own.
std::string CurveReader::curve_name(std::size_t column) const {
    const std::string_view mode = mode_ ? rows_.text(*mode_) : std::string_view();
    const std::string& name = rows_.names()[column];
    const bool is_own = mode.empty() || mode == "train" || column == epoch_;
    return is_own ? name : std::string(mode) + " " + name;
}

void CurveReader::put_at(double step) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (!is_curve(i)) continue;
        // All columns have their place, in order.
        ScalarSeries* series = table_.set.named(curve_name(i));
        if (series == nullptr || rows_.is_missing(i)) continue;
        Column& column = columns_[i];
        const auto number = rows_.number(i);
        if (!number) {
            if (column.words++ == 0) {
                column.first_line = rows_.line();
                column.first_word = rows_.text(i);
            }
            continue;
        }
        ++column.numbers;
        series->steps.push_back(step);
        series->values.push_back(*number);
        if (epoch_) series->epochs.push_back(last_epoch_);
    }
}

/// Columns with more words than numbers are left out; single words among numbers are left out too.
void CurveReader::warn_of_words() {
    std::string names;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const Column& column = columns_[i];
        if (column.words == 0) continue;
        const std::string name = in_quotes(rows_.names()[i]);
        if (column.words >= column.numbers) {
            names += (names.empty() ? "" : ", ") + name;
            std::erase_if(table_.set.all(), [&](const ScalarSeries& series) {
                return series.name == rows_.names()[i];
            });
        } else {
            warn("line " + std::to_string(column.first_line) + ": " + name + " is " +
                 in_quotes(column.first_word) + ", expected a number; " +
                 (column.words == 1 ? std::string("it is left out")
                                    : std::to_string(column.words) + " such cells are left out"));
        }
    }
    if (!names.empty()) warn("columns of words are left out: " + names);
}

void CurveReader::finish() {
    warn_of_words();
    if (replaced_ > 0)
        warn("the run was begun again at an earlier step; " + std::to_string(replaced_) +
             " rows that were written before do not count");
    if (table_.set.is_full())
        warn("has more than " + std::to_string(TableReader::max_columns) +
             " curves; the others are left out");
    std::erase_if(table_.set.all(), [this](const ScalarSeries& series) {
        return rows_.is_objects() && series.size() == 0;
    });
    if (table_.set.all().empty()) throw Error(where_, "has no column of numbers beside the steps");
    for (ScalarSeries& series : table_.set.all()) put_in_order(series);
}

CurveTable CurveReader::read() {
    if (!rows_.is_objects()) choose_steps();
    while (rows_.next()) {
        if (rows_.repeats_names()) {
            begin_next_table();
            continue;
        }
        const bool is_last = rows_.is_unfinished();
        try {
            if (is_last && is_broken_row()) {
                table_.is_cut = true;
                break;
            }
            read_row();
        } catch (const Error&) {
            if (!is_last) throw;
            table_.is_cut = true;
        }
    }
    table_.is_cut = table_.is_cut || rows_.is_cut();
    if (rows_.names().empty()) throw Error(where_, "is empty, expected a line of names and rows");
    if (!rows_.is_objects())
        for (std::size_t i = 0; i < rows_.names().size(); ++i)
            if (is_curve(i)) table_.set.named(rows_.names()[i]);
    finish();
    return std::move(table_);
}

/// Each list is a curve; the entries of one are the epochs or steps, or else they count from 0.
CurveTable curves_of(std::string_view where, const std::vector<ListColumn>& columns) {
    const auto found = std::ranges::find_if(columns, [](const ListColumn& column) {
        return is_step_name(column.name) || is_epoch_name(column.name);
    });
    const ListColumn* places = found == columns.end() ? nullptr : &*found;
    CurveTable table;
    const bool are_steps = places != nullptr && is_step_name(places->name);
    table.steps_are = are_steps ? StepUnit::steps : StepUnit::epochs;
    for (const ListColumn& column : columns) {
        ScalarSeries* series = &column == places ? nullptr : table.set.named(column.name);
        const std::size_t count = places != nullptr ? places->values.size() : column.values.size();
        if (series == nullptr) continue;
        for (std::size_t i = 0; i < std::min(count, column.values.size()); ++i) {
            const double step = places != nullptr ? places->values[i] : static_cast<double>(i);
            if (!std::isfinite(step)) continue;
            series->steps.push_back(step);
            series->values.push_back(column.values[i]);
            if (!are_steps) series->epochs.push_back(step);
        }
        put_in_order(*series);
    }
    if (table.set.all().empty()) throw Error(where, "has no list of numbers beside the steps");
    const auto other = std::ranges::find_if(columns, [&](const ListColumn& column) {
        return column.values.size() != columns.front().values.size();
    });
    if (other != columns.end())
        table.warnings.push_back(
            "the lists " + in_quotes(columns.front().name) + " and " + in_quotes(other->name) +
            " have " + std::to_string(columns.front().values.size()) + " and " +
            std::to_string(other->values.size()) + " entries; each begins at the first epoch");
    return table;
}

}  // namespace

CurveTable parse_curve_table(std::string_view where, std::string_view text) {
    if (const auto columns = list_columns_in(text); columns && !holds_log(text))
        return curves_of(where, *columns);
    return CurveReader(where, text).read();
}

bool begins_like_curves(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) return false;
    try {
        // The last line of what was read is not whole.
        if (holds_log(text) && array_in(std::string(text) + "\n", log_key)) return true;
        if (const auto columns = list_columns_in(text)) return are_named_like_curves(*columns);
        TableReader rows("", text);
        if (!rows.next()) return false;
        // What comes first may tell of the machine and the settings.
        constexpr std::size_t max_before = 20;
        for (std::size_t i = 0; i < max_before && rows.is_objects(); ++i)
            if (step_column(rows) || epoch_column(rows) || !rows.next()) break;
        const auto step = step_column(rows);
        const auto epoch = epoch_column(rows);
        const bool is_of_samples =
            (rows.find({"x"}) && rows.find({"y"})) ||
            rows.find({"id", "sample", "guid", "index", "label", "prediction"}).has_value();
        if ((!step && !epoch) || is_of_samples) return false;
        bool has_place = false;
        bool has_value = false;
        for (std::size_t i = 0; i < rows.names().size(); ++i) {
            const bool is_number = rows.number(i).has_value();
            const bool is_place = i == step || i == epoch;
            has_place = has_place || (is_place && is_number);
            has_value = has_value || (!is_place && (is_number || rows.is_missing(i)));
        }
        return has_place && has_value;
    } catch (const Error&) {
        return false;
    }
}

bool begins_like_columns(std::string_view text) {
    try {
        if (list_columns_in(text)) return true;
        TableReader rows("", text);
        if (rows.is_objects() || !rows.next() || rows.names().size() < 2) return false;
        for (std::size_t i = 0; i < rows.names().size(); ++i)
            if (!rows.number(i) && !rows.is_missing(i)) return false;
        return rows.names().front() != unnamed_column(0);
    } catch (const Error&) {
        return false;
    }
}

}  // namespace epochscope
