#include "app/datamap/picked_csv.h"

#include <epochscope/io/output_file.h>

#include <string>

namespace epochscope::app {
namespace {

/// Rows between two checks whether to stop.
constexpr std::size_t rows_between_checks = 4096;

/// Quoted if necessary.
std::string field_of(const QString& words) {
    const bool plain = !words.contains(u',') && !words.contains(u'"') && !words.contains(u'\n') &&
                       !words.contains(u'\r');
    if (plain) return words.toStdString();
    return QStringLiteral("\"%1\"").arg(QString(words).replace("\"", "\"\"")).toStdString();
}

template <typename Words>
void write_line(OutputFile& file, int columns, const Words& words) {
    std::string line;
    for (int column = 0; column < columns; ++column) {
        if (column > 0) line += ',';
        line += field_of(words(column));
    }
    line += "\r\n";
    file.write(line);
}

}  // namespace

void write_csv(const std::filesystem::path& target, const PickedFacts& facts,
               std::span<const std::size_t> samples, const Job& job) {
    const int columns =
        facts.has_signals() ? PickedColumns::count : int{PickedColumns::first_signal};
    OutputFile file(target);
    write_line(file, columns, [](int column) { return PickedColumns::name(column); });
    for (std::size_t row = 0; row < samples.size(); ++row) {
        if (row % rows_between_checks == 0)
            job.reached(static_cast<double>(row) / static_cast<double>(samples.size()));
        write_line(file, columns,
                   [&](int column) { return facts.exact_words(column, samples[row]); });
    }
    file.finish();
}

}  // namespace epochscope::app
