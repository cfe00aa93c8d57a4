#include "io/curves/list_columns.h"

#include "io/dynamics/literal_reader.h"
#include "io/tables/table_reader.h"

#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <limits>

namespace epochscope {

namespace {

constexpr int deepest_list = 4;
constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

/// Ends of lines mean nothing here.
std::string on_one_line(std::string_view text) {
    std::string line(text);
    std::ranges::replace(line, '\n', ' ');
    return line;
}

bool says_epoch(std::string_view name) {
    constexpr std::array<std::string_view, 4> names{"epoch", "step", "iteration", "iter"};
    return std::ranges::find(names, in_lower_case(name)) != names.end();
}

class ListReader {
  public:
    explicit ListReader(const std::string& line) : reader_(line, texts_, line.size()) {}

    std::optional<std::vector<ListColumn>> read() {
        try {
            if (!reader_.take('{')) return std::nullopt;
            read_object("", 0);
            // Lines of objects are rows.
            is_other_ = is_other_ || !reader_.at_end();
        } catch (const LineFault& fault) {
            is_other_ = is_other_ || !fault.cut;
        }
        std::erase_if(columns_, [](const ListColumn& column) {
            return std::ranges::all_of(column.values, [](double v) { return std::isnan(v); });
        });
        if (is_other_ || columns_.empty()) return std::nullopt;
        return std::move(columns_);
    }

  private:
    void read_object(const std::string& before, int depth) {
        while (!reader_.take('}')) {
            const std::string key(reader_.key(""));
            const std::string name = before.empty() ? key : before + " " + key;
            if (reader_.begins_list()) {
                read_list(name);
            } else if (reader_.begins_with('{') && depth < deepest_list) {
                reader_.expect('{');
                if (!read_rows(name)) read_object(key == "history" ? before : name, depth + 1);
            } else {
                read_other(key, depth);
            }
            reader_.take(',');
        }
    }

    /// Of other values, only the number of an epoch tells of a row.
    void read_other(const std::string& key, int depth) {
        double number = 0;
        if (reader_.take_number(number))
            is_other_ = is_other_ || (depth == 0 && says_epoch(key));
        else
            reader_.skip_value();
    }

    /// Behind its beginning.
    void read_list(const std::string& name) {
        columns_.push_back({name, {}});
        while (!reader_.ends_list()) {
            columns_.back().values.push_back(read_number());
            reader_.take(',');
        }
        reader_.end_list_calls();
    }

    /// An object whose keys are the numbers of rows; false if it is another, of which nothing is
    /// read.
    bool read_rows(const std::string& name) {
        if (!reader_.begins_with('"') && !reader_.begins_with('\'')) return false;
        LiteralReader ahead = reader_;
        if (!plain_number(ahead.key(""))) return false;
        columns_.push_back({name, {}});
        while (!reader_.take('}')) {
            reader_.key("");
            columns_.back().values.push_back(read_number());
            reader_.take(',');
        }
        return true;
    }

    double read_number() {
        double number = 0;
        if (reader_.take_number(number)) return number;
        if (reader_.begins_with('[') || reader_.begins_with('{') || reader_.begins_with('(')) {
            reader_.skip_value();
            return no_number;
        }
        return plain_number(reader_.scalar().text).value_or(no_number);
    }

    std::deque<std::string> texts_;
    LiteralReader reader_;
    std::vector<ListColumn> columns_;
    bool is_other_ = false;
};

/// Whether a text has a row a line, as most files of objects.
bool has_rows(std::string_view text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::size_t next = std::min(text.find_first_not_of(" \t\r\n", end), text.size());
    const std::size_t last = text.substr(0, end).find_last_not_of(" \t\r");
    return text[last] == '}' && text.substr(next).starts_with('{');
}

}  // namespace

std::optional<std::vector<ListColumn>> list_columns_in(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    if (!text.substr(begin).starts_with('{')) return std::nullopt;
    if (has_rows(text.substr(begin))) return std::nullopt;
    const std::string line = on_one_line(text.substr(begin));
    return ListReader(line).read();
}

bool are_named_like_curves(const std::vector<ListColumn>& columns) {
    return std::ranges::any_of(columns, [](const ListColumn& column) {
        const std::string name = in_lower_case(column.name);
        return name.find("loss") != std::string::npos || name.find("acc") != std::string::npos;
    });
}

}  // namespace epochscope
