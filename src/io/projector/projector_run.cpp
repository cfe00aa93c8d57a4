#include "io/projector/projector_run.h"

#include "io/files/mapped_file.h"
#include "io/files/paths.h"
#include "io/files/text_encoding.h"
#include "io/json/json_text.h"
#include "io/metadata/samples_file.h"
#include "io/npy/array_file.h"
#include "io/npy/row_numbers.h"
#include "io/projector/projector_files.h"
#include "io/projector/projector_metadata.h"
#include "io/projector/sprite_pictures.h"
#include "io/recording/chosen_epochs.h"
#include "io/tables/number_table.h"

#include <epochscope/io/cut_off.h>
#include <epochscope/io/npy.h>
#include <epochscope/model/epoch_memory.h>
#include <epochscope/model/error.h>

#include <cstdlib>
#include <cstring>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_metadata = std::size_t{1} << 30U;

/// The tensors of all steps: in memory, and beyond max_converted in files without a name, which the
/// system may put aside.
class ProjectorMemory : public EpochMemory {
  public:
    Table keep(NumberTable table) {
        const std::size_t columns = table.columns;
        const std::size_t bytes = table.values.size() * sizeof(float);
        arrays_.emplace_back();
        if (bytes <= max_converted - in_memory_) {
            in_memory_ += bytes;
            return {tables_.emplace_back(std::move(table.values)), columns};
        }
        const NpyArray& array = arrays_.back().emplace(stored(table));
        return {*array.reals_in_place(), columns};
    }
    std::span<const std::int32_t> keep(std::vector<std::int32_t> labels) {
        labels_ = std::move(labels);
        return labels_;
    }

    [[nodiscard]] std::optional<std::string> fault() const override {
        for (const auto& array : arrays_)
            if (array)
                if (auto fault = array->fault()) return fault;
        return std::nullopt;
    }
    void release(std::size_t epoch) const override {
        if (const auto& array = arrays_[epoch]) array->release(0, array->size());
    }

  private:
    /// The file is removed at once; it goes with its mapping.
    static NpyArray stored(const NumberTable& table) {
        std::string name = (fs::temp_directory_path() / "epochscope-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw Error(name, "cannot be created for numbers that need more than 1 GiB of memory");
        const fs::path folder(name);
        const fs::path file = folder / "tensors.npy";
        ArrayFile<float> writer(file, {table.values.size() / table.columns, table.columns});
        writer.write(table.values);
        writer.finish();
        NpyArray array = NpyArray::open(file);
        std::error_code ignored;
        fs::remove_all(folder, ignored);
        return array;
    }

    std::vector<std::int32_t> labels_;
    std::deque<std::vector<float>> tables_;
    /// By epoch; nothing for those in memory.
    std::vector<std::optional<NpyArray>> arrays_;
    std::size_t in_memory_ = 0;
};

/// Float32, little-endian, one row after another.
NumberTable read_bytes(const ProjectorEntry& entry, std::string_view bytes) {
    const std::string where = entry.tensors.string();
    if (entry.shape.size() != 2 || entry.shape[0] == 0 || entry.shape[1] == 0)
        throw Error(where, "has no tensor_shape of rows and columns in projector_config.pbtxt");
    if (bytes.size() / sizeof(float) / entry.shape[1] < entry.shape[0])
        throw FileCutOff(where, "has ", bytes.size(), " bytes, expected float32 of ",
                         entry.shape[0], " x ", entry.shape[1]);
    if (bytes.size() / sizeof(float) / entry.shape[1] != entry.shape[0] ||
        bytes.size() % (sizeof(float) * entry.shape[1]) != 0)
        throw Error(where, "has ", bytes.size(), " bytes, expected float32 of ", entry.shape[0],
                    " x ", entry.shape[1]);
    NumberTable table{.columns = entry.shape[1],
                      .values = std::vector<float>(bytes.size() / sizeof(float))};
    std::memcpy(table.values.data(), bytes.data(), bytes.size());
    return table;
}

/// A text whose last line has no end is cut off if it has fewer rows than `samples`, or a row that
/// is not whole.
NumberTable read_lines(const std::string& where, std::string_view text, std::size_t samples,
                       const Job& job) {
    const auto is_less = [&](const NumberTable& table) {
        return table.values.size() < samples * table.columns;
    };
    if (text.ends_with('\n')) return read_number_table(where, text, job);
    try {
        NumberTable table = read_number_table(where, text, job);
        if (!is_less(table)) return table;
    } catch (const Error&) {
        if (samples == 0) throw;
    }
    throw FileCutOff(where, "has less than ", samples, " whole rows");
}

/// `samples` is the number of rows of the steps before, or 0.
NumberTable read_tensors(const ProjectorEntry& entry, std::size_t samples, const Job& job) {
    const MappedFile file(entry.tensors);
    const std::string_view text(reinterpret_cast<const char*>(file.bytes().data()),
                                file.bytes().size());
    NumberTable table = entry.tensors.extension() == ".bytes"
                            ? read_bytes(entry, text)
                            : read_lines(entry.tensors.string(), text, samples, job);
    if (file.is_broken())
        throw Error(entry.tensors.string(), "has become shorter while it was read");
    return table;
}

std::string text_of(const fs::path& metadata) {
    return metadata.empty() ? std::string() : read_text(metadata, max_metadata);
}

/// Reads the steps of a tag.
class StepReader {
  public:
    explicit StepReader(const ProjectorSteps& steps) : steps_(steps) {}

    RecordedRun read(const Job& job) {
        const auto memory = std::make_shared<ProjectorMemory>();
        std::vector<RecordedEpoch> epochs;
        for (const auto& [step, entry] : steps_) {
            job.reached(static_cast<double>(epochs.size()) / static_cast<double>(steps_.size()));
            const std::size_t samples = epochs.empty() ? 0 : rows_of(epochs.front().embeddings);
            try {
                epochs.push_back({.number = step,
                                  .embeddings = memory->keep(read_tensors(entry, samples, job)),
                                  .logits = {},
                                  .head = {},
                                  .losses = {}});
            } catch (const FileCutOff& error) {
                if (epochs.empty() || epochs.size() + 1 < steps_.size()) throw;
                warnings_.push_back(words_on_cut_off(error, step));
                break;
            }
            read_labels(entry, epochs.back().embeddings);
        }
        if (labels_.labels.empty())
            labels_ = {{.names = {"all"}, .colours = {}},
                       std::vector<std::int32_t>(rows_of(epochs.front().embeddings), 0)};
        add_unlabelled(labels_.classes, labels_.labels);
        const std::size_t samples = labels_.labels.size();
        RecordedRun run{.recording = Recording(std::move(labels_.classes),
                                               memory->keep(std::move(labels_.labels)),
                                               std::move(epochs), memory),
                        .name = {},
                        .path = {}};
        for (const auto& [step, entry] : steps_)
            if (!run.thumbnails) run.thumbnails = open_sprite(entry.sprite, samples, warnings_);
        run.metadata = with_columns(nullptr, std::move(labels_.columns));
        run.warnings = std::move(warnings_);
        return run;
    }

  private:
    static std::size_t rows_of(const Table& table) { return table.values.size() / table.columns; }

    /// All steps have the labels of the first that has some.
    void read_labels(const ProjectorEntry& entry, const Table& tensors) {
        if (entry.metadata.empty()) return;
        std::string text = text_of(entry.metadata);
        if (text == text_) return;
        const bool is_first = text_.empty();
        std::vector<std::string> said;
        ProjectorLabels labels = read_projector_metadata(
            entry.metadata.string(), decoded(entry.metadata.string(), text, said), rows_of(tensors),
            said);
        if (!is_first && labels.labels != labels_.labels)
            throw Error(entry.metadata.string(),
                        "has other labels than the steps before: the samples were shuffled; "
                        "expected the same order at each step");
        if (!is_first) return;
        labels_ = std::move(labels);
        text_ = std::move(text);
        warnings_.insert(warnings_.end(), said.begin(), said.end());
    }

    const ProjectorSteps& steps_;
    /// The metadata that was read last, and its labels.
    std::string text_;
    ProjectorLabels labels_;
    std::vector<std::string> warnings_;
};

/// The folder of a path: itself, or that of a file tensors.tsv.
fs::path folder_of_tensors(const fs::path& path) {
    if (is_folder(path)) return path;
    const bool is_of_folder =
        path.filename() == "projector_config.pbtxt" || is_projector_tensors(path);
    return is_of_folder ? path.parent_path() : fs::path();
}

std::vector<std::string> tags_of(const fs::path& path) {
    std::vector<std::string> tags;
    try {
        for (const auto& [tag, steps] : find_projector_files(folder_of_tensors(path)))
            tags.push_back(tag);
    } catch (const Error&) {  // Opening says what is wrong.
    }
    return tags;
}

/// Names of folders that are numbers are looked into only if they may be of a projector.
bool may_be_projector(const fs::path& folder) {
    if (path_exists(folder / "projector_config.pbtxt") || has_projector_tensors(folder))
        return true;
    for (const fs::path& step : folders_in(folder)) {
        const std::string name = step.filename().string();
        if (name.find_first_not_of("0123456789") != std::string::npos) continue;
        for (const fs::path& tag : folders_in(step))
            if (has_projector_tensors(tag)) return true;
        return false;
    }
    return false;
}

Fit fit_projector_run(const fs::path& path) {
    constexpr double is_named = 0.6;
    const fs::path folder = folder_of_tensors(path);
    if (folder.empty() || !may_be_projector(folder)) return {};
    try {
        if (find_projector_files(folder).empty())
            return {is_named, "has none of the files that projector_config.pbtxt names"};
    } catch (const Error&) {  // Opening says what is wrong.
    }
    return {.share = 1};
}

RecordedRun open_projector_run(const fs::path& path, const OpenOptions& options, const Job& job) {
    const fs::path folder = folder_of_tensors(path);
    const auto tags = find_projector_files(folder);
    if (tags.empty()) throw Error(path.string(), "has no tensors");
    std::string list;
    for (const auto& [tag, steps] : tags) list += (list.empty() ? "" : ", ") + in_quotes(tag);
    const auto chosen = options.projection.empty() && tags.size() == 1
                            ? tags.begin()
                            : tags.find(options.projection);
    if (chosen == tags.end())
        throw Error(path.string(), "has the embeddings ", list,
                    options.projection.empty() ? ": choose one of them with --projection"
                                               : ", not " + in_quotes(options.projection));
    ProjectorSteps steps = chosen->second;
    keep_chosen_epochs(steps, options.epochs, [](const auto& step) { return step.first; });
    try {
        RecordedRun run = StepReader(steps).read(job);
        run.name = folder.filename().string();
        if (tags.size() > 1) run.name += ": " + chosen->first;
        return run;
    } catch (const Error& error) {
        // Counts that differ between steps are told without a file.
        const std::string what = error.what();
        if (what.find(folder.string()) != std::string::npos) throw;
        throw Error(folder.string(), what);
    }
}

}  // namespace

const Format projector_run_format{
    .name = "TensorBoard projector",
    .files = "<step>/<tag>/tensors.tsv with metadata.tsv, or tensors.tsv with metadata.tsv",
    .fit = fit_projector_run,
    .open_recording = open_projector_run,
    .choices = tags_of,
};

}  // namespace epochscope
