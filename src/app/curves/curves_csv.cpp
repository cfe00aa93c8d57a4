#include "app/curves/curves_csv.h"

#include <epochscope/io/output_file.h>

#include <array>
#include <charconv>
#include <string>

namespace epochscope::app {
namespace {

/// Quoted if necessary.
std::string cell_of(const QString& words) {
    QString text = words;
    text.replace(QChar(u'\n'), QChar(u' '));
    if (text.contains(QChar(u',')) || text.contains(QChar(u'"')))
        text = QChar(u'"') + text.replace(QChar(u'"'), QStringLiteral("\"\"")) + QChar(u'"');
    return text.toStdString();
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
        const std::string head = cell_of(curve->run) + "," + cell_of(curve->name) + ",";
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
