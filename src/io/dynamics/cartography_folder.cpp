#include "io/dynamics/dynamics_builder.h"
#include "io/dynamics/line_faults.h"
#include "io/dynamics/line_file.h"
#include "io/files/input_file.h"
#include "io/json/json_text.h"
#include "io/tables/table_reader.h"

#include <epochscope/io/training_dynamics.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// A file `dynamics_epoch_<k>.jsonl`.
struct EpochFile {
    std::int64_t number = 0;
    fs::path path;
};

std::optional<std::int64_t> epoch_of(const fs::path& file) {
    constexpr std::string_view prefix = "dynamics_epoch_";
    const std::string stem = file.stem().string();
    const std::string ending = file.extension().string();
    if (!stem.starts_with(prefix) || (ending != ".jsonl" && ending != ".json")) return std::nullopt;
    std::int64_t number = 0;
    const char* const end = stem.data() + stem.size();
    const auto [stop, error] = std::from_chars(stem.data() + prefix.size(), end, number);
    if (error != std::errc{} || stop != end || number < 0) return std::nullopt;
    return number;
}

/// The files of epochs in a folder, sorted by number; empty if it cannot be read.
std::vector<EpochFile> epoch_files_in(const fs::path& folder) {
    std::vector<EpochFile> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (const auto number = epoch_of(it->path())) files.push_back({*number, it->path()});
    std::sort(files.begin(), files.end(), [](const EpochFile& a, const EpochFile& b) {
        return std::pair(a.number, a.path) < std::pair(b.number, b.path);
    });
    return files;
}

std::vector<EpochFile> find_epoch_files(const fs::path& folder) {
    std::vector<EpochFile> files = epoch_files_in(folder / "training_dynamics");
    return files.empty() ? epoch_files_in(folder) : files;
}

/// "epochs 1 to 3 and 5 are missing": of those between the first and the last.
std::string warning_of_gaps(const fs::path& folder, const std::vector<EpochFile>& files) {
    std::string gaps;
    for (std::size_t i = 1; i < files.size(); ++i) {
        const std::int64_t from = files[i - 1].number + 1;
        const std::int64_t to = files[i].number - 1;
        if (from > to) continue;
        gaps += (gaps.empty() ? "" : ", ") + std::to_string(from);
        if (to > from) gaps += " to " + std::to_string(to);
    }
    if (gaps.empty()) return {};
    return folder.string() + ": has no dynamics_epoch_<k>.jsonl of epochs " + gaps +
           "; what is counted is of those that are there";
}

/// Whether a list is of numbers of 0..1 that add up to 1.
bool is_distribution(std::string_view list) {
    constexpr double tolerance = 0.01;
    std::deque<std::string> texts;
    LiteralReader reader(list, texts, list.size());
    double sum = 0;
    std::size_t count = 0;
    if (!reader.take('[')) return false;
    for (double number = 0; !reader.take(']'); ++count) {
        if (!reader.take_number(number) || !(number >= 0) || number > 1) return false;
        sum += number;
        reader.take(',');
    }
    return count > 1 && std::abs(sum - 1) <= tolerance;
}

/// Whether the first rows are probabilities; of few rows that may be by chance.
bool begins_with_probabilities(const EpochFile& file) {
    constexpr std::size_t looked_at = std::size_t{1} << 16U;
    constexpr std::size_t min_rows = 8;
    constexpr std::size_t max_rows = 64;
    const std::string name = "logits_epoch_" + std::to_string(file.number);
    try {
        InputFile input(file.path, std::numeric_limits<std::size_t>::max());
        std::string text(std::min(input.size(), looked_at), '\0');
        text.resize(input.read({reinterpret_cast<std::uint8_t*>(text.data()), text.size()}));
        TableReader rows("", text);
        std::size_t count = 0;
        while (count < max_rows && rows.next()) {
            const auto column = std::ranges::find(rows.names(), name);
            if (column == rows.names().end()) return false;
            const auto index = static_cast<std::size_t>(column - rows.names().begin());
            if (!is_distribution(rows.text(index))) return false;
            ++count;
        }
        return count >= min_rows;
    } catch (const Error&) {  // Reading it says what is wrong.
    } catch (const LineFault&) {
    }
    return false;
}

/// Reads the epochs' files.
class FolderReader {
  public:
    explicit FolderReader(const std::vector<EpochFile>& files)
        : files_(files), are_probabilities_(std::ranges::all_of(files, begins_with_probabilities)) {
        if (are_probabilities_)
            warnings_.emplace_back(
                "the rows of logits_epoch_<k> lie in 0..1 and add up to 1, so they are taken for "
                "probabilities");
    }

    void read(const Job& job, unsigned threads) {
        LineSlicing slicing;
        slicing.threads = threads;
        std::vector<LineSource> sources;
        sources.reserve(files_.size());
        for (const EpochFile& file : files_)
            sources.push_back(
                {file.path, std::make_shared<CartographyLayout>(file.number, are_probabilities_)});
        read_lines(
            sources,
            [&](const LineChunk& chunk, const ChunkPosition& place) { take(chunk, place); },
            slicing, job);
    }

    TrainingDynamics finish(std::vector<std::int64_t> numbers) {
        const std::size_t samples = builder_.sample_count();
        for (std::size_t e = 0; e < files_.size(); ++e)
            if (builder_.samples_at(e) < samples)
                warnings_.push_back(
                    files_[e].path.string() + ": has " + std::to_string(builder_.samples_at(e)) +
                    " of " + std::to_string(samples) + " samples; the others were not evaluated");
        TrainingDynamics dynamics = builder_.finish(std::move(numbers));
        warnings_.insert(warnings_.end(), dynamics.warnings.begin(), dynamics.warnings.end());
        dynamics.warnings = std::move(warnings_);
        return dynamics;
    }

    std::vector<std::string>& warnings() { return warnings_; }

  private:
    void take(const LineChunk& chunk, const ChunkPosition& place) {
        if (place.file != evaluation_ || file_.empty()) begin(place.file);
        for (const SignalLine& record : chunk.records) {
            const std::size_t line = place.first_line + record.line;
            if (builder_.add_at(record, line, evaluation_)) continue;
            if (twice_++ == 0)
                first_twice_ =
                    file_ + ": line " + std::to_string(line) + ": sample " + in_quotes(record.id);
        }
        expect_faultless(file_, chunk, place.first_line, warnings_);
        if (place.last) end();
    }

    void begin(std::size_t index) {
        evaluation_ = index;
        file_ = files_[index].path.string();
        twice_ = 0;
        builder_.begin_file(file_);
    }

    void end() {
        if (builder_.samples_at(evaluation_) == 0)
            throw Error(file_, "has no complete record, expected a line for each sample");
        if (twice_ > 0)
            warnings_.push_back(
                first_twice_ + " occurs again; its first line counts" +
                (twice_ > 1 ? " (" + std::to_string(twice_) + " lines in all)" : std::string()));
    }

    const std::vector<EpochFile>& files_;
    bool are_probabilities_;
    DynamicsBuilder builder_;
    /// The current file and its index.
    std::string file_;
    std::size_t evaluation_ = 0;
    /// The number of repeated samples, and the first of them.
    std::size_t twice_ = 0;
    std::string first_twice_;
    std::vector<std::string> warnings_;
};

}  // namespace

bool is_cartography(const fs::path& folder) { return !find_epoch_files(folder).empty(); }

TrainingDynamics read_cartography(const fs::path& folder, const Job& job, unsigned threads) {
    const std::vector<EpochFile> files = find_epoch_files(folder);
    if (files.empty())
        throw Error(folder.string(),
                    "has no dynamics_epoch_<k>.jsonl, nor has training_dynamics "
                    "in it");
    std::vector<std::int64_t> numbers;
    FolderReader reader(files);
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (i > 0 && files[i].number == files[i - 1].number)
            throw Error(files[i].path.string(), "and ", files[i - 1].path.filename().string(),
                        " are of the same epoch, expected one of them");
        numbers.push_back(files[i].number);
    }
    reader.read(job, threads);
    if (std::string gaps = warning_of_gaps(folder, files); !gaps.empty())
        reader.warnings().push_back(std::move(gaps));
    return reader.finish(std::move(numbers));
}

}  // namespace epochscope
