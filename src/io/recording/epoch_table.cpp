#include "io/recording/epoch_table.h"

#include "io/json/json_text.h"

#include <epochscope/model/error.h>
#include <epochscope/model/trimmed.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

namespace epochscope {

namespace {

/// Removes and returns the text before the next `separator`, which is removed too.
std::string_view take_part(std::string_view& text, char separator) {
    const std::size_t end = text.find(separator);
    const std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return part;
}

std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    for (bool more = true; more;) {
        more = line.find(',') != std::string_view::npos;
        cells.push_back(trimmed(take_part(line, ',')));
    }
    return cells;
}

template <typename Number>
std::optional<Number> number_of(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

std::vector<std::string> names_of(const std::string& where, std::string_view line) {
    const std::vector<std::string_view> cells = cells_of(line);
    if (cells.front() != "epoch")
        throw Error(where, "its first column is ", in_quotes(cells.front()),
                    ", expected \"epoch\"");
    std::vector<std::string> names(cells.begin() + 1, cells.end());
    for (const std::string& name : names)
        if (name.empty() || std::count(names.begin(), names.end(), name) > 1)
            throw Error(where, "a column is called ", in_quotes(name),
                        ", expected names, each of them once");
    return names;
}

EpochTable::Row row_of(const std::string& where, std::string_view line,
                       const std::vector<std::string>& names) {
    const std::vector<std::string_view> cells = cells_of(line);
    if (cells.size() != names.size() + 1)
        throw Error(where, "has ", cells.size(), " cells, expected ", names.size() + 1);
    const auto epoch = number_of<std::int64_t>(cells.front());
    if (!epoch) throw Error(where, "epoch is ", in_quotes(cells.front()), ", expected a number");
    EpochTable::Row row{*epoch, {}};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string_view cell = cells[i + 1];
        const auto value = number_of<double>(cell);
        if (!cell.empty() && (!value || std::isinf(*value)))
            throw Error(where, names[i], " is ", in_quotes(cell), ", expected a number or nothing");
        row.cells.push_back(value && !std::isnan(*value) ? value : std::nullopt);
    }
    return row;
}

}  // namespace

EpochTable parse_epoch_table(std::string_view where, std::string_view text) {
    EpochTable table;
    std::set<std::int64_t> seen;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::string_view content = take_part(text, '\n');
        const std::string place = std::string(where) + ": line " + std::to_string(line);
        if (line == 1) {
            table.names = names_of(place, content);
        } else if (!trimmed(content).empty()) {
            table.rows.push_back(row_of(place, content, table.names));
            const std::int64_t epoch = table.rows.back().epoch;
            if (!seen.insert(epoch).second) throw Error(place, "epoch ", epoch, " occurs twice");
        }
    }
    if (table.rows.empty()) throw Error(where, "has no rows, expected a line for each epoch");
    return table;
}

std::string text_of(const EpochTable& table) {
    std::string text = "epoch";
    for (const std::string& name : table.names) text += "," + name;
    text += '\n';
    for (const EpochTable::Row& row : table.rows) {
        text += std::to_string(row.epoch);
        for (const std::optional<double>& cell : row.cells) {
            text += ',';
            if (!cell) continue;
            std::array<char, 32> digits{};
            const auto end = std::to_chars(digits.begin(), digits.end(), *cell).ptr;
            text.append(digits.begin(), end);
        }
        text += '\n';
    }
    return text;
}

}  // namespace epochscope
