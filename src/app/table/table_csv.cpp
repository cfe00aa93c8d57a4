#include "app/table/table_csv.h"

#include <epochscope/io/csv_line.h>
#include <epochscope/io/output_file.h>

#include <cstddef>
#include <string>

namespace epochscope::app {
namespace {

/// Rows between two checks whether to stop.
constexpr std::size_t rows_between_checks = 4096;

template <typename Words>
void write_line(OutputFile& file, std::size_t columns, const Words& words) {
    std::string line;
    for (std::size_t column = 0; column < columns; ++column) {
        if (column > 0) line += ',';
        append_csv_cell(line, words(column));
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
