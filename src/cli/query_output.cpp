#include "cli/query_output.h"

#include "cli/values.h"

#include <epochscope/io/csv_line.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace epochscope::cli {

namespace {

/// The widest column of a table.
constexpr std::size_t max_width = 60;

std::string words_of(const QueryValue& value) {
    std::array<char, 32> digits{};
    if (const auto* text = std::get_if<std::string_view>(&value)) return std::string(*text);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto* real = std::get_if<double>(&value))
        return {digits.begin(), std::to_chars(digits.begin(), digits.end(), *real).ptr};
    return {};
}

/// As many whole characters as fit, with an ellipsis if some do not.
std::string cut(std::string_view text) {
    std::string line = printable(text.substr(0, 8 * max_width));
    if (line.size() == text.size() && width_of(line) <= max_width) return line;
    while (!line.empty() && width_of(line) >= max_width) {
        while ((static_cast<unsigned char>(line.back()) & 0xC0U) == 0x80U) line.pop_back();
        line.pop_back();
    }
    return line + "…";
}

class TableOutput : public QueryOutput {
  public:
    using QueryOutput::QueryOutput;

    void head(std::span<const std::string> names) override {
        for (const std::string& name : names) {
            cells_.push_back(cut(name));
            widths_.push_back(width_of(cells_.back()));
        }
        is_right_.assign(names.size(), true);
    }

    void row(std::span<const QueryValue> row) override {
        for (std::size_t i = 0; i < row.size(); ++i) {
            cells_.push_back(cut(words_of(row[i])));
            widths_[i] = std::max(widths_[i], width_of(cells_.back()));
            if (std::holds_alternative<std::string_view>(row[i])) is_right_[i] = false;
        }
    }

    void end() override {
        const std::size_t columns = widths_.size();
        const std::size_t rows = columns == 0 ? 0 : cells_.size() / columns - 1;
        for (std::size_t i = 0; i < cells_.size(); i += columns) line(i);
        write(std::string("(") + (is_cut_off() ? "the first " : "") + std::to_string(rows) +
              (rows == 1 ? " row)\n" : " rows)\n"));
    }

  private:
    void line(std::size_t first) {
        std::string text;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const std::string& cell = cells_[first + i];
            const std::string blanks(widths_[i] - width_of(cell), ' ');
            if (i > 0) text += "  ";
            text += is_right_[i] ? blanks + cell : cell + blanks;
        }
        text.resize(text.find_last_not_of(' ') + 1);
        write(text + '\n');
    }

    std::vector<std::string> cells_;
    std::vector<std::size_t> widths_;
    std::vector<bool> is_right_;
};

class CsvOutput : public QueryOutput {
  public:
    using QueryOutput::QueryOutput;

    void head(std::span<const std::string> names) override {
        std::string line;
        for (const std::string& name : names) add(line, name, &name == &names.front());
        write_line(std::move(line));
    }

    void row(std::span<const QueryValue> row) override {
        std::string line;
        for (const QueryValue& value : row) add(line, words_of(value), &value == &row.front());
        write_line(std::move(line));
    }

  private:
    static void add(std::string& line, std::string_view cell, bool is_first) {
        if (!is_first) line += ',';
        append_csv_cell(line, cell);
    }

    /// A blank line would be no row.
    void write_line(std::string line) const {
        write((line.empty() ? "\"\"" : std::move(line)) + '\n');
    }
};

class JsonOutput : public QueryOutput {
  public:
    using QueryOutput::QueryOutput;

    void head(std::span<const std::string> names) override {
        names_.assign(names.begin(), names.end());
    }

    void row(std::span<const QueryValue> row) override {
        nlohmann::ordered_json object = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < row.size(); ++i)
            object[names_[i]] = std::visit(
                [](const auto& value) -> nlohmann::ordered_json {
                    using Value = std::decay_t<decltype(value)>;
                    if constexpr (std::is_same_v<Value, std::monostate>)
                        return nullptr;
                    else
                        return value;
                },
                row[i]);
        // Texts may hold bytes that are no UTF-8.
        write(object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n');
    }

  private:
    std::vector<std::string> names_;
};

}  // namespace

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) != 0x80U) ++width;
        // The first bytes of U+3000 and more.
        if (byte >= 0xE3 && byte < 0xF5) ++width;
    }
    return width;
}

std::unique_ptr<QueryOutput> table_output(QueryOutput::Write write) {
    return std::make_unique<TableOutput>(std::move(write));
}
std::unique_ptr<QueryOutput> csv_output(QueryOutput::Write write) {
    return std::make_unique<CsvOutput>(std::move(write));
}
std::unique_ptr<QueryOutput> json_output(QueryOutput::Write write) {
    return std::make_unique<JsonOutput>(std::move(write));
}

}  // namespace epochscope::cli
