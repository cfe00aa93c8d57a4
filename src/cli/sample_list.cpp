#include "cli/sample_list.h"

#include "cli/values.h"

#include <epochscope/io/file.h>
#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>
#include <epochscope/model/trimmed.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace epochscope::cli {

namespace {

constexpr std::size_t max_bytes = std::size_t{1} << 28U;
constexpr std::string_view blanks = " \r\"";

std::vector<std::string_view> cells_of(std::string_view line) {
    std::vector<std::string_view> cells;
    for (;;) {
        const std::size_t end = std::min(line.find_first_of(",;\t"), line.size());
        cells.push_back(trimmed(line.substr(0, end), blanks));
        if (end == line.size()) return cells;
        line.remove_prefix(end + 1);
    }
}

std::optional<std::size_t> index_in(std::string_view cell) {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), index);
    if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
    return index;
}

/// The column of samples, if the line is a header.
std::optional<std::size_t> column_in(const std::vector<std::string_view>& cells) {
    for (const std::string_view name : {"sample", "index", "id"})
        for (std::size_t c = 0; c < cells.size(); ++c)
            if (in_lower_case(cells[c]) == name) return c;
    return std::nullopt;
}

}  // namespace

std::vector<std::size_t> read_sample_list(const std::filesystem::path& file,
                                          std::size_t sample_count) {
    const std::vector<std::uint8_t> bytes = read_file(file, max_bytes);
    std::string_view rest(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    std::vector<std::size_t> samples;
    std::vector<bool> is_known(sample_count);
    std::size_t column = 0;
    bool has_begun = false;
    for (std::size_t line = 1; !rest.empty(); ++line) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const auto cells = cells_of(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (cells.size() == 1 && cells.front().empty()) continue;
        if (!std::exchange(has_begun, true)) {
            if (const auto named = column_in(cells)) {
                column = *named;
                continue;
            }
        }
        const std::string cell(column < cells.size() ? cells[column] : std::string_view());
        const auto sample = index_in(cell);
        if (!sample || *sample >= sample_count)
            throw Error(file.string(), "line ", line, ": there is no sample \"", printable(cell),
                        "\", expected 0..", sample_count - 1);
        if (!is_known[*sample]) samples.push_back(*sample);
        is_known[*sample] = true;
    }
    if (samples.empty()) throw Error(file.string(), "lists no sample");
    return samples;
}

}  // namespace epochscope::cli
