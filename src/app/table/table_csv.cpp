#include "app/table/table_csv.h"

#include <epochscope/io/output_file.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace epochscope::app {
namespace {

/// Rows between two checks whether to stop.
constexpr std::size_t rows_between_checks = 4096;

/// Quoted if necessary.
void append_field(std::string& line, std::string_view words) {
    if (words.find_first_of(",\"\r\n") == std::string_view::npos) {
        line += words;
        return;
    }
    line += '"';
    for (const char c : words) {
        if (c == '"') line += '"';
        line += c;
    }
    line += '"';
}

template <typename Words>
void write_line(OutputFile& file, std::size_t columns, const Words& words) {
    std::string line;
    for (std::size_t column = 0; column < columns; ++column) {
        if (column > 0) line += ',';
        append_field(line, words(column));
    }
    line += "\r\n";
    file.write(line);
}

}  // namespace

void write_csv(const std::filesystem::path& target, std::span<const Column> columns,
               std::span<const std::uint32_t> rows, const Job& job) {
    OutputFile file(target);
    write_line(file, columns.size(), [&](std::size_t column) { return columns[column].name(); });
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (row % rows_between_checks == 0)
            job.reached(static_cast<double>(row) / static_cast<double>(rows.size()));
        write_line(file, columns.size(),
                   [&](std::size_t column) { return columns[column].words(rows[row]); });
    }
    file.finish();
}

}  // namespace epochscope::app
