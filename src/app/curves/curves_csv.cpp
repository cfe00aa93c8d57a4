#include "app/curves/curves_csv.h"

#include <epochscope/io/csv_line.h>
#include <epochscope/io/output_file.h>

#include <array>
#include <charconv>
#include <string>

namespace epochscope::app {
namespace {

/// A line of text, with its comma.
void append(std::string& text, const QString& words) {
    append_csv_cell(text, QString(words).replace(QChar(u'\n'), QChar(u' ')).toStdString());
    text += ',';
}

void append(std::string& text, double number) {
    std::array<char, 32> digits{};
    text.append(digits.begin(), std::to_chars(digits.begin(), digits.end(), number).ptr);
}

}  // namespace

void write_curves(const std::filesystem::path& file, const DockCurves& curves, const Job& job) {
    constexpr std::size_t rows_between_checks = 10'000;
    OutputFile output(file);
    std::string text = "run,curve,epoch,step,value\n";
    for (const auto& curve : curves) {
        std::string head;
        append(head, curve->run);
        append(head, curve->name);
        for (std::size_t i = 0; i < curve->values.size(); ++i) {
            text += head;
            append(text, curve->epochs[i]);
            text += ',';
            if (!curve->steps.empty()) append(text, curve->steps[i]);
            text += ',';
            append(text, curve->values[i]);
            text += '\n';
            if (i % rows_between_checks != 0) continue;
            job.reached(0);
            output.write(text);
            text.clear();
        }
    }
    output.write(text);
    output.finish();
}

}  // namespace epochscope::app
