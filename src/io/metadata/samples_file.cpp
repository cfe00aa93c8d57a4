#include "io/metadata/samples_file.h"

#include "io/files/mapped_file.h"
#include "io/files/paths.h"
#include "io/files/text_encoding.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// A text and what is made of it must fit into memory.
constexpr std::size_t max_samples_file = std::size_t{16} << 30U;

std::vector<fs::path> samples_files_in(std::span<const fs::path> folders) {
    constexpr std::array<const char*, 3> names{"samples.csv", "samples.tsv", "samples.jsonl"};
    std::vector<fs::path> files;
    for (const fs::path& folder : folders)
        for (const char* name : names)
            if (path_exists(folder / name)) files.push_back(folder / name);
    return files;
}

}  // namespace

std::vector<Column> read_samples(const fs::path& file, const SamplesOfTable& samples,
                                 std::vector<std::string>& warnings, const Job& job) {
    const std::string where = file.filename().string();
    const MappedFile mapped(file);
    const std::span<const std::uint8_t> bytes = mapped.bytes();
    if (bytes.size() > max_samples_file)
        throw Error(where, "has ", bytes.size(), " bytes, expected at most ", max_samples_file);
    const DecodedText text(where, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    mapped.release(bytes);
    std::vector<std::string> found;
    if (!text.converted_from().empty())
        found.push_back(where + ": is read as " + std::string(text.converted_from()));
    // What was read needs no memory any more.
    std::size_t released = 0;
    const auto passed = [&](std::size_t now) {
        constexpr std::size_t piece = std::size_t{8} << 20U;
        if (now < released) released = 0;  // Read a second time.
        if (!text.converted_from().empty() || now - released < piece) return;
        mapped.release(bytes.subspan(released, std::min(now, bytes.size()) - released));
        released = now;
    };
    std::vector<Column> columns =
        read_sample_table(where, text.view(), samples, found, job, passed);
    if (mapped.is_broken()) throw Error(where, "has become shorter while it was read");
    warnings.insert(warnings.end(), found.begin(), found.end());
    return columns;
}

std::shared_ptr<const Metadata> read_samples_file(std::span<const fs::path> folders,
                                                  const SamplesOfTable& samples,
                                                  std::vector<std::string>& warnings,
                                                  const Job& job) {
    const std::vector<fs::path> files = samples_files_in(folders);
    if (files.empty()) return nullptr;
    for (std::size_t i = 1; i < files.size(); ++i)
        warnings.push_back(files[i].filename().string() + ": is left out, since there is " +
                           files.front().string());
    try {
        auto columns = read_samples(files.front(), samples, warnings, job);
        return std::make_shared<const Metadata>(
            Metadata{std::move(columns), files.front().parent_path().string()});
    } catch (const Error& error) {
        warnings.push_back(std::string(error.what()) + "; no columns of samples are shown");
        return nullptr;
    }
}

std::shared_ptr<const Metadata> read_samples_file(const fs::path& folder, const EpochSeries& series,
                                                  std::vector<std::string>& warnings,
                                                  const Job& job) {
    return read_samples_file({&folder, 1}, {.count = series.sample_count()}, warnings, job);
}

std::shared_ptr<const Metadata> with_columns(const std::shared_ptr<const Metadata>& metadata,
                                             std::vector<Column> columns) {
    Metadata all = metadata ? *metadata : Metadata{};
    for (Column& column : columns)
        if (all.find(column.name()) == nullptr) all.columns.push_back(std::move(column));
    if (all.columns.empty()) return nullptr;
    return std::make_shared<const Metadata>(std::move(all));
}

}  // namespace epochscope
