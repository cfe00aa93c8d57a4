#include "io/metadata/write_samples.h"

#include "io/files/sidecar_files.h"

#include <epochscope/io/csv_line.h>
#include <epochscope/io/named_pictures.h>
#include <epochscope/io/output_file.h>
#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

void append_value(std::string& line, const Column& column, std::size_t sample) {
    if (column.is_text()) return append_csv_cell(line, column.text(sample));
    const std::string words = column.words(sample);
    line += words;
    // A real number stays one where all of them are whole.
    if (column.type() == ColumnType::real && !words.empty() &&
        words.find_first_not_of("-0123456789") == std::string::npos)
        line += ".0";
}

/// Whether a column would be read as the samples of the rows.
bool may_say_samples(const Column& column) {
    const std::string name = in_lower_case(column.name());
    return name == "index" || name == "sample";
}

/// The names of the columns, of which none is `index`.
std::vector<std::string> names_beside_index(const Metadata& metadata) {
    std::vector<std::string> names;
    for (const Column& column : metadata.columns) {
        std::string name = column.name();
        while (name == "index" || (name != column.name() && metadata.find(name) != nullptr))
            name.insert(0, "meta_");
        names.push_back(std::move(name));
    }
    return names;
}

void write_table(const Metadata& metadata, std::size_t samples, const fs::path& file,
                 double fraction, const Job& job) {
    constexpr std::size_t between_reports = 8192;
    OutputFile out(file);
    std::string line;
    const auto end_line = [&] {
        // A blank line would be none.
        if (line.empty()) line = "\"\"";
        line += '\n';
        out.write(line);
        line.clear();
    };
    const bool has_index = std::ranges::any_of(metadata.columns, may_say_samples);
    if (has_index) line = "index";
    const std::vector<std::string> names = names_beside_index(metadata);
    for (std::size_t c = 0; c < names.size(); ++c) {
        if (c > 0 || has_index) line += ',';
        append_csv_cell(line, names[c]);
    }
    end_line();
    for (std::size_t i = 0; i < samples; ++i) {
        if (i % between_reports == 0) job.reached(fraction);
        if (has_index) line = std::to_string(i);
        for (const Column& column : metadata.columns) {
            if (has_index || &column != &metadata.columns.front()) line += ',';
            append_value(line, column, i);
        }
        end_line();
    }
    out.finish();
}

void copy_pictures(const Metadata& metadata, std::size_t samples, const fs::path& folder,
                   double fraction, const Job& job) {
    const Column* images = metadata.find("image");
    if (images == nullptr || !images->is_text() || metadata.folder.empty()) return;
    for (std::size_t i = 0; i < samples; ++i) {
        const fs::path from = picture_within(metadata, images->text(i));
        if (from.empty()) continue;
        const fs::path to = folder / fs::path(images->text(i)).lexically_normal();
        std::error_code error;
        if (fs::exists(to, error)) continue;  // Samples may share one.
        fs::create_directories(to.parent_path(), error);
        if (error)
            throw Error(to.parent_path().string(), "cannot be created (", error.message(), ")");
        copy_sidecar(from, to, fraction, job);
    }
}

}  // namespace

void write_samples(const Metadata& metadata, std::size_t samples, const fs::path& folder,
                   double fraction, const Job& job) {
    write_table(metadata, samples, folder / "samples.csv", fraction, job);
    copy_pictures(metadata, samples, folder, fraction, job);
}

}  // namespace epochscope
