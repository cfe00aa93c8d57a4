#include "io/arrays/array_memory.h"
#include "io/files/paths.h"
#include "io/files/sidecar_files.h"
#include "io/json/info_json.h"
#include "io/json/json_text.h"
#include "io/npy/shape_text.h"
#include "io/recording/class_outputs.h"
#include "io/recording/head_reader.h"
#include "io/recording/run_files.h"
#include "io/recording/run_folder.h"

#include <epochscope/io/cut_off.h>
#include <epochscope/io/npy.h>
#include <epochscope/model/epoch_warnings.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// The arrays of a recording, by epoch.
class RecordingMemory : public EpochMemory {
  public:
    std::span<const std::int32_t> keep(std::vector<std::int32_t> labels) {
        return arrays_.keep(std::move(labels));
    }
    /// Begins an epoch; following views belong to it.
    void begin_epoch() { epochs_.emplace_back(); }
    std::span<const float> view(const NpyArray& array, const Job& job) {
        epochs_.back().push_back(array);
        return arrays_.reals_of(array, job);
    }
    std::span<const float> keep(std::vector<float> values, const std::string& name) {
        return arrays_.keep(std::move(values), name);
    }
    [[nodiscard]] std::vector<std::string> warnings() const { return arrays_.warnings(); }

    [[nodiscard]] std::optional<std::string> fault() const override { return arrays_.fault(); }
    void release(std::size_t epoch) const override {
        for (const NpyArray& array : epochs_[epoch]) array.release(0, array.size());
    }

  private:
    ArrayMemory arrays_{{}};
    std::vector<std::vector<NpyArray>> epochs_;
};

/// Reads the arrays of one epoch after another.
class EpochReader {
  public:
    EpochReader(RecordingMemory& memory, const Job& job) : memory_(memory), job_(job) {}

    RecordedEpoch read(const EpochFiles& files) {
        memory_.begin_epoch();
        return {.number = files.number,
                .embeddings = table(files.embeddings),
                .logits = outputs(files.logits.empty() ? files.probabilities : files.logits),
                .head = head(files),
                .losses = list(files.losses)};
    }

  private:
    /// Logits or probabilities, as they are: see LogitMaker.
    Table outputs(const fs::path& file) {
        if (file.empty()) return {};
        const NpyArray array = open_outputs(file);
        return {memory_.view(array, job_), array.shape()[1]};
    }

    Table table(const fs::path& file) {
        if (file.empty()) return {};
        const NpyArray array = NpyArray::open(file).squeezed();
        if (array.shape().size() != 2 || array.size() == 0)
            throw Error(array.name(), "has the shape ", shape_text(array.shape()),
                        ", expected a table of rows and columns");
        return {memory_.view(array, job_), array.shape()[1]};
    }

    std::span<const float> list(const fs::path& file) {
        if (file.empty()) return {};
        const NpyArray array = NpyArray::open(file).squeezed();
        const auto& shape = array.shape();
        const bool is_list = shape.size() == 1 || (shape.size() == 2 && shape[1] == 1);
        if (!is_list || array.size() == 0)
            throw Error(array.name(), "has the shape ", shape_text(shape),
                        ", expected a list of numbers");
        return memory_.view(array, job_);
    }

    std::optional<LinearHead> head(const EpochFiles& files) {
        if (files.head_weight.empty() && files.head_bias.empty()) return std::nullopt;
        const auto expect = [&](const fs::path& file, const fs::path& other, const char* name) {
            if (file.empty())
                throw Error((other.parent_path() / name).string(),
                            "does not exist, expected both head_weight.npy and head_bias.npy or "
                            "neither");
        };
        expect(files.head_weight, files.head_bias, "head_weight.npy");
        expect(files.head_bias, files.head_weight, "head_bias.npy");
        return LinearHead{table(files.head_weight), list(files.head_bias)};
    }

    RecordingMemory& memory_;
    const Job& job_;
};

/// Reads all epochs. A last one that was cut off is left out, with a warning.
std::vector<RecordedEpoch> read_epochs(RunFiles& files, RecordingMemory& memory, const Job& job) {
    EpochReader reader(memory, job);
    std::vector<RecordedEpoch> epochs;
    for (const EpochFiles& epoch : files.epochs) {
        job.reached(static_cast<double>(epochs.size()) / static_cast<double>(files.epochs.size()));
        try {
            epochs.push_back(reader.read(epoch));
        } catch (const FileCutOff& error) {
            if (epochs.empty() || epochs.size() + 1 < files.epochs.size()) throw;
            files.warnings.push_back(std::string(error.what()) + "; epoch " +
                                     std::to_string(epoch.number) +
                                     ", the last, was cut off and is left out");
        }
    }
    files.epochs.resize(epochs.size());
    return epochs;
}

/// The kind of outputs that a file in `dataset` states.
std::optional<OutputKind> stated_kind(const RunFiles& files, std::vector<std::string>& warnings) {
    if (!path_exists(files.info)) return std::nullopt;
    const std::string kind =
        parse_output_kind(JsonText::from_file(files.info, max_info_json).view(), warnings);
    if (kind.empty()) return std::nullopt;
    return kind == "logits" ? OutputKind::logits : OutputKind::probabilities;
}

/// A head of one logit, for the second of two classes.
void add_first_class(LinearHead& head, const std::string& name, RecordingMemory& memory) {
    if (head.weight.rows() != 1 || head.bias.size() != 1) return;
    const std::size_t dimension = head.weight.columns;
    std::vector<float> weight(2 * dimension);
    std::ranges::copy(head.weight.values,
                      weight.begin() + static_cast<std::ptrdiff_t>(dimension));
    head.weight.values = memory.keep(std::move(weight), name);
    head.bias = memory.keep({0, head.bias[0]}, name);
}

/// Makes logits of outputs that are probabilities or have one column.
void make_logits(const RunFiles& files, std::vector<RecordedEpoch>& epochs,
                 RecordingMemory& memory, std::vector<std::string>& warnings) {
    std::vector<NpyArray> undecided;
    for (const EpochFiles& epoch : files.epochs)
        if (!epoch.logits.empty()) undecided.push_back(open_outputs(epoch.logits));
    const auto stated = stated_kind(files, warnings);
    const bool found = !stated && hold_probabilities(undecided);
    if (found) warnings.push_back(words_on_probabilities(undecided.front().name()));
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        Table& logits = epochs[e].logits;
        const bool is_named = files.epochs[e].logits.empty();
        const OutputKind kind = is_named || found ? OutputKind::probabilities
                                                  : stated.value_or(OutputKind::logits);
        if (logits.empty() || (kind == OutputKind::logits && logits.columns > 1)) continue;
        const std::string name =
            (is_named ? files.epochs[e].probabilities : files.epochs[e].logits).string();
        logits.values = memory.keep(logits_from(logits, kind, name), name);
        if (logits.columns > 1) continue;
        logits.columns = 2;
        if (epochs[e].head) add_first_class(*epochs[e].head, name, memory);
    }
    if (!undecided.empty() && undecided.front().shape()[1] == 1)
        warnings.push_back(words_on_one_column(undecided.front().name()));
}

/// Reads the nonlinear heads of epochs without a linear one.
void read_modules(std::span<const EpochFiles> files, std::size_t classes,
                  const HeadLoading& loading, std::vector<RecordedEpoch>& epochs,
                  std::vector<std::string>& warnings) {
    EpochWarnings faults;
    bool has_modules = false;
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        RecordedEpoch& epoch = epochs[e];
        const fs::path& file = files[e].head_module;
        if (file.empty()) continue;
        if (epoch.head) {
            faults.add("head.pt is left out, since there is a linear head as well", epoch.number);
            continue;
        }
        try {
            epoch.module = read_head(file, "head.pt", {epoch.embeddings.columns, classes},
                                     epoch.embeddings.values, loading);
            has_modules = true;
        } catch (const Error& error) {
            faults.add(std::string(error.what()) + "; it is left out", epoch.number);
        }
    }
    const std::vector<std::string> said = faults.sentences();
    warnings.insert(warnings.end(), said.begin(), said.end());
    if (!has_modules) return;
    if (std::string words = words_on_products(loading); !words.empty())
        warnings.push_back(std::move(words));
}

}  // namespace

RecordedRun read_run(RunFiles files, const OpenOptions& options, const Job& job) {
    std::vector<std::string>& warnings = files.warnings;
    LabelArray labels = read_labels(files.labels);
    if (!labels.remark.empty()) warnings.push_back(labels.remark);
    const auto memory = std::make_shared<RecordingMemory>();
    std::vector<RecordedEpoch> epochs = read_epochs(files, *memory, job);
    make_logits(files, epochs, *memory, warnings);
    const auto max_logits = std::max_element(epochs.begin(), epochs.end(),
                                             [](const RecordedEpoch& a, const RecordedEpoch& b) {
                                                 return a.logits.columns < b.logits.columns;
                                             });
    Classes classes = read_run_classes(files.info, labels, max_logits->logits.columns);
    if (options.heads.is_wanted)
        read_modules(files.epochs, classes.predictable_count(), options.heads, epochs, warnings);
    const std::vector<std::string> converted = memory->warnings();
    warnings.insert(warnings.end(), converted.begin(), converted.end());
    std::vector<std::string> sidecar_files = find_run_sidecar_files(files.run, warnings);
    const std::span<const std::int32_t> label_view = memory->keep(std::move(labels.labels));
    try {
        return {.recording = Recording(std::move(classes), label_view, std::move(epochs), memory),
                .name = {},
                .path = {},
                .warnings = std::move(warnings),
                .sidecar_files = std::move(sidecar_files)};
    } catch (const Error& error) {
        throw Error(files.run.string(), error.what());
    }
}

}  // namespace epochscope
