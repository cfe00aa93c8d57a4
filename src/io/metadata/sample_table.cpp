#include "io/metadata/sample_table.h"

#include "io/json/json_text.h"
#include "io/metadata/column_builder.h"
#include "io/metadata/row_block.h"
#include "io/metadata/row_order.h"
#include "io/tables/table_reader.h"

#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/parallel_invoke.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

namespace epochscope {

namespace {

/// Longer cells are quotes that were never closed, or no texts to look at.
constexpr std::size_t longest_cell = std::size_t{16} << 20U;
constexpr std::size_t longest_name = 1000;

using Rows = std::vector<std::size_t>;

class SampleTable {
  public:
    SampleTable(std::string_view where, std::string_view text, const SamplesOfTable& samples,
                const Job& job, const std::function<void(std::size_t)>& passed)
        : where_(where), text_(text), samples_(samples), job_(job), passed_(passed) {}

    std::vector<Column> read(std::vector<std::string>& warnings) {
        std::vector<ColumnBuilder> builders;
        read_blocks([&](const RowBlock& block) {
            for (std::size_t c = builders.size(); c < block.columns(); ++c) {
                builders.emplace_back(block.name(c), samples_.count);
                add_missing(taken_, builders.back());
            }
            tbb::parallel_for(std::size_t{0}, builders.size(),
                              [&](std::size_t c) { add_cells(block, c, builders[c]); });
        });
        read_lost(builders);
        std::vector<Column> columns;
        for (ColumnBuilder& builder : builders) columns.push_back(builder.finish());
        builders.clear();
        name_specials(columns);
        put_in_order(columns, warnings);
        warn_of_repeated_ids(columns, warnings);
        return columns;
    }

  private:
    [[nodiscard]] static TableStyle style() {
        return {.has_names = true, .max_quoted = longest_cell, .must_end_quotes = true};
    }

    /// Takes each block while the next one is read.
    void read_blocks(const std::function<void(const RowBlock&)>& take) {
        TableReader rows(where_, text_, style());
        rows_ = 0;
        taken_ = 0;
        const auto fill = [&](RowBlock& block) {
            block.fill(rows, text_, [&] { check_row(rows); });
        };
        RowBlock block;
        RowBlock next;
        for (fill(block); block.rows() > 0; std::swap(block, next)) {
            if (job_.stop.stop_requested()) throw Cancelled();
            tbb::parallel_invoke([&] { take(block); }, [&] { fill(next); });
            taken_ += block.rows();
            if (passed_) passed_(block.bytes_read());
        }
        if (rows.is_cut()) throw Error(where_, "its last line is cut off");
    }

    void check_row(const TableReader& rows) {
        // Where rows say their samples there may be more, of samples that are not here.
        if (rows_ >= samples_.count && !says_samples(rows))
            throw Error(rows.place(), "is one more than the ", samples_.count, " samples");
        expect_room(rows, rows_ + 1);
        const std::size_t columns = rows.names().size();
        for (; named_ < columns; ++named_) expect_name(rows, named_);
        for (std::size_t c = 0; c < columns; ++c)
            if (rows.text(c).size() > longest_cell)
                throw Error(rows.place(), in_quotes(rows.names()[c]), " has ", rows.text(c).size(),
                            " bytes, expected at most ", longest_cell);
        ++rows_;
    }

    static void add_missing(std::size_t count, ColumnBuilder& builder) {
        for (std::size_t i = 0; i < count; ++i) builder.add_missing();
    }

    static void add_cells(const RowBlock& block, std::size_t column, ColumnBuilder& builder) {
        const std::span<const std::string_view> cells = block.cells(column);
        add_missing(block.rows() - cells.size(), builder);
        for (const std::string_view cell : cells) builder.add_any(cell);
    }

    /// Texts after numbers need the texts of these numbers again.
    void read_lost(std::vector<ColumnBuilder>& builders) {
        std::vector<std::size_t> lost;
        for (std::size_t c = 0; c < builders.size(); ++c) {
            if (!builders[c].has_lost()) continue;
            lost.push_back(c);
            builders[c] =
                ColumnBuilder(builders[c].name(), samples_.count, ColumnBuilder::Cells::texts);
        }
        if (lost.empty()) return;
        read_blocks([&](const RowBlock& block) {
            tbb::parallel_for(std::size_t{0}, lost.size(),
                              [&](std::size_t k) { add_cells(block, lost[k], builders[lost[k]]); });
        });
    }

    static void expect_name(const TableReader& rows, std::size_t column) {
        const std::string& name = rows.names()[column];
        if (name.size() > longest_name)
            throw Error(rows.place(), "a column has a name of ", name.size(),
                        " bytes, expected at most ", longest_name);
        if (std::ranges::any_of(name, [](char c) { return c >= 0 && c < ' '; }))
            throw Error(rows.place(), "the name of column ", column + 1,
                        " holds a control character: ", in_quotes(name));
    }

    /// A few bytes must not make columns of many gigabytes.
    void expect_room(const TableReader& rows, std::size_t count) const {
        constexpr std::size_t always = std::size_t{8} << 20U;
        const std::size_t cells = std::max(samples_.count, count) * rows.names().size();
        if (rows.names().size() > 1 && cells > always && cells / 4 > text_.size())
            throw Error(where_, "has ", rows.names().size(), " columns, too many for ",
                        text_.size(), " bytes of ", samples_.count, " samples");
    }

    [[nodiscard]] bool says_samples(const TableReader& rows) const {
        return rows.find({"index", "sample"}) || (!samples_.ids.empty() && rows.find({"id"}));
    }

    static void name_specials(std::vector<Column>& columns) {
        constexpr std::array<std::string_view, 6> specials{"id",    "text",  "image",
                                                           "split", "index", "sample"};
        for (Column& column : columns) {
            const std::string name = in_lower_case(column.name());
            const bool is_taken = std::ranges::any_of(
                columns, [&](const Column& other) { return other.name() == name; });
            if (!is_taken && std::ranges::find(specials, name) != specials.end())
                column = column.renamed(name);
        }
    }

    void put_in_order(std::vector<Column>& columns, std::vector<std::string>& warnings) const {
        const auto named = [&](std::string_view name) {
            return std::ranges::find(columns, name, &Column::name);
        };
        auto order = named("index");
        if (order == columns.end()) order = named("sample");
        const auto ids = named("id");
        Rows rows;
        if (order != columns.end()) {
            rows = rows_by_index(*order, warnings);
            columns.erase(order);
        } else if (!samples_.ids.empty() && ids != columns.end() &&
                   ids->type() == ColumnType::whole) {
            rows = rows_by_id(*ids, warnings);
        } else if (rows_ != samples_.count) {
            throw Error(where_, "has ", rows_, " rows, expected one for each of ", samples_.count,
                        " samples");
        }
        if (rows.empty()) return;
        for (Column& column : columns) column = in_order(column, rows);
    }

    [[nodiscard]] static std::string row_words(std::size_t row) {
        return "row " + std::to_string(row + 1);
    }

    void place(Rows& rows, std::size_t sample, std::size_t row, const Column& column) const {
        if (rows[sample] != no_row)
            throw Error(where_, row_words(row), ": ", column.name(), " is ", column.words(row),
                        ", as in row ", rows[sample] + 1, "; expected each sample once");
        rows[sample] = row;
    }

    Rows rows_by_index(const Column& column, std::vector<std::string>& warnings) const {
        Rows rows(samples_.count, no_row);
        for (std::size_t row = 0; row < column.size(); ++row) {
            const double value = column.number(row);
            if (column.type() != ColumnType::whole || !(value >= 0) ||
                value >= static_cast<double>(samples_.count))
                throw Error(where_, row_words(row), ": ", column.name(), " is ",
                            in_quotes(column.words(row)), ", expected a sample 0..",
                            samples_.count - 1);
            place(rows, static_cast<std::size_t>(value), row, column);
        }
        return complete(std::move(rows), warnings);
    }

    Rows rows_by_id(const Column& column, std::vector<std::string>& warnings) const {
        std::unordered_map<std::int64_t, std::size_t> sample_of;
        for (std::size_t i = 0; i < samples_.count; ++i) sample_of.emplace(samples_.ids[i], i);
        Rows rows(samples_.count, no_row);
        const auto& values = std::get<std::span<const std::int64_t>>(column.values());
        std::size_t unknown = 0;
        std::string first;
        for (std::size_t row = 0; row < values.size(); ++row) {
            const auto found = sample_of.find(values[row]);
            if (found == sample_of.end()) {
                if (unknown++ == 0) first = column.words(row);
            } else {
                place(rows, found->second, row, column);
            }
        }
        if (unknown == values.size())
            throw Error(where_, "id: none of its ", unknown, " ids is that of a sample");
        if (unknown > 0)
            warnings.push_back(where_ + ": rows of " + std::to_string(unknown) +
                               " ids that no sample has are left out, the first is " + first);
        return complete(std::move(rows), warnings);
    }

    /// Empty if row i is sample i.
    Rows complete(Rows rows, std::vector<std::string>& warnings) const {
        const auto without = static_cast<std::size_t>(std::ranges::count(rows, no_row));
        if (without > 0)
            warnings.push_back(where_ + ": has no row for " + std::to_string(without) + " of " +
                               std::to_string(samples_.count) + " samples, the first is sample " +
                               std::to_string(std::ranges::find(rows, no_row) - rows.begin()));
        bool is_in_order = rows_ == samples_.count;
        for (std::size_t i = 0; is_in_order && i < rows.size(); ++i) is_in_order = rows[i] == i;
        return is_in_order ? Rows() : rows;
    }

    void warn_of_repeated_ids(const std::vector<Column>& columns,
                              std::vector<std::string>& warnings) const {
        const auto id = std::ranges::find(columns, "id", &Column::name);
        if (id == columns.end()) return;
        const Repeated repeated = find_repeated(*id);
        if (repeated.first == no_row) return;
        warnings.push_back(where_ + ": id " + in_quotes(id->words(repeated.first)) +
                           " is that of sample " + std::to_string(repeated.first) +
                           " and of sample " + std::to_string(repeated.second) +
                           ", expected a different one for each sample");
    }

    const std::string where_;
    std::string_view text_;
    const SamplesOfTable& samples_;
    const Job& job_;
    const std::function<void(std::size_t)>& passed_;
    /// Rows that were read, and of these, those that the columns have.
    std::size_t rows_ = 0;
    std::size_t taken_ = 0;
    /// Columns whose names were looked at.
    std::size_t named_ = 0;
};

}  // namespace

std::vector<Column> read_sample_table(std::string_view where, std::string_view text,
                                      const SamplesOfTable& samples,
                                      std::vector<std::string>& warnings, const Job& job,
                                      const std::function<void(std::size_t)>& passed) {
    return SampleTable(where, text, samples, job, passed).read(warnings);
}

}  // namespace epochscope
