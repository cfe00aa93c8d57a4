#include "io/files/sidecar_files.h"
#include "io/metadata/run_metadata.h"
#include "io/npy/shape_text.h"
#include "io/recording/chosen_epochs.h"
#include "io/recording/class_outputs.h"
#include "io/recording/head_reader.h"
#include "io/recording/make_logits.h"
#include "io/recording/recording_memory.h"
#include "io/recording/run_arrays.h"
#include "io/recording/run_files.h"
#include "io/recording/run_folder.h"
#include "io/recording/sample_order.h"

#include <epochscope/io/cut_off.h>
#include <epochscope/io/npy.h>
#include <epochscope/model/epoch_warnings.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// Says once from which files the predictions are.
void warn_of_probabilities(std::span<const EpochFiles> epochs, std::vector<std::string>& warnings) {
    EpochWarnings said;
    for (const EpochFiles& epoch : epochs) {
        if (epoch.probabilities.empty()) continue;
        // Files of epochs in one folder are named by that.
        const fs::path& file = epoch.probabilities;
        const bool is_own = file.parent_path() == epoch.embeddings.parent_path();
        const std::string name =
            is_own ? file.filename().string() : file.parent_path().filename().string() + "/";
        said.add(epoch.logits.empty()
                     ? name + ": taken as probabilities, without another softmax"
                     : name + ": left out, since there is " + epoch.logits.filename().string(),
                 epoch.number);
    }
    const std::vector<std::string> sentences = said.sentences();
    warnings.insert(warnings.end(), sentences.begin(), sentences.end());
}

/// Reads the arrays of one epoch after another.
class EpochReader {
  public:
    EpochReader(RecordingMemory& memory, SampleOrder& order, RunArrays& arrays, const Job& job)
        : memory_(memory), order_(order), arrays_(arrays), job_(job) {}

    RecordedEpoch read(const EpochFiles& files) {
        memory_.begin_epoch();
        rows_ = order_.rows_of(files);
        return {.number = files.number,
                .embeddings = in_order(table(files.embeddings), files.embeddings),
                .logits = outputs(files.logits.empty() ? files.probabilities : files.logits),
                .head = head(files),
                .losses = in_order(list(files.losses), files.losses)};
    }

  private:
    /// Logits or probabilities as the file has them: see make_logits.
    Table outputs(const fs::path& file) {
        if (file.empty()) return {};
        const NpyArray array = as_outputs(arrays_.open(file));
        return in_order({memory_.view(array, job_), array.shape()[1]}, file);
    }

    /// The rows in the order of the samples; absent samples have rows of NaN.
    Table in_order(const Table& table, const fs::path& file) {
        if (rows_.empty() || table.empty()) return table;
        std::vector<float> ordered(rows_.size() * table.columns,
                                   std::numeric_limits<float>::quiet_NaN());
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i] == SampleOrder::no_row) continue;
            if (rows_[i] >= table.rows())
                throw Error(file.string(), "has ", table.rows(),
                            " rows, ids.npy beside it names more");
            std::ranges::copy(table.row(rows_[i]),
                              ordered.begin() + static_cast<std::ptrdiff_t>(i * table.columns));
        }
        return {memory_.keep(std::move(ordered), file.string()), table.columns};
    }
    std::span<const float> in_order(std::span<const float> list, const fs::path& file) {
        return in_order(Table{list, 1}, file).values;
    }

    Table table(const fs::path& file) {
        if (file.empty()) return {};
        const NpyArray array = arrays_.open(file).squeezed();
        if (array.shape().size() != 2 || array.size() == 0)
            throw Error(array.name(), "has the shape ", shape_text(array.shape()),
                        ", expected a table of rows and columns");
        return {memory_.view(array, job_), array.shape()[1]};
    }

    std::span<const float> list(const fs::path& file) {
        if (file.empty()) return {};
        const NpyArray array = arrays_.open(file).squeezed();
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
    SampleOrder& order_;
    RunArrays& arrays_;
    const Job& job_;
    /// Of the epoch that is read.
    std::vector<std::size_t> rows_;
};

/// Reads all epochs. A last one that was cut off is left out, with a warning.
std::vector<RecordedEpoch> read_epochs(RunFiles& files, RecordingMemory& memory, SampleOrder& order,
                                       RunArrays& arrays, const Job& job) {
    EpochReader reader(memory, order, arrays, job);
    std::vector<RecordedEpoch> epochs;
    for (const EpochFiles& epoch : files.epochs) {
        job.reached(static_cast<double>(epochs.size()) / static_cast<double>(files.epochs.size()));
        try {
            epochs.push_back(reader.read(epoch));
        } catch (const Error& error) {
            const bool is_last = !epochs.empty() && epochs.size() + 1 == files.epochs.size();
            const auto* const cut_off = dynamic_cast<const FileCutOff*>(&error);
            // What is wrong with the first may be wrong with all.
            if (epochs.empty() && cut_off == nullptr) throw;
            if (!is_last || cut_off == nullptr)
                refuse_epoch(error, epoch.number, files.epochs.front().number,
                             files.epochs.back().number, files.chosen);
            files.warnings.push_back(words_on_cut_off(*cut_off, epoch.number));
        }
    }
    files.epochs.resize(epochs.size());
    return epochs;
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

void expect_rows(const RunFiles& files, const RecordedEpoch& epoch, std::size_t labels) {
    const std::size_t rows = epoch.embeddings.rows();
    if (rows == labels || files.labels.empty()) return;
    throw Error(files.run.string(), files.labels.filename().string(), " holds ", labels,
                " labels, the embeddings of epoch ", epoch.number, " are of ", rows,
                " samples; if an epoch lacks samples, save ids.npy beside its embeddings");
}

}  // namespace

RecordedRun read_run(RunFiles files, const OpenOptions& options, const Job& job) {
    // They may have gone since the folder was looked at.
    if (files.epochs.empty())
        throw Error(files.run.string(), "holds no epochs, expected at least one");
    if (files.chosen.empty()) {
        keep_chosen_epochs(files.epochs, options.epochs);
        files.chosen = options.epochs;
    }
    std::vector<std::string>& warnings = files.warnings;
    RunArrays arrays;
    SampleOrder order(files, arrays);
    LabelArray labels = order.labels();
    const auto say_remark = [&] {
        if (!labels.remark.empty()) warnings.push_back(std::exchange(labels.remark, {}));
    };
    say_remark();
    const auto memory = std::make_shared<RecordingMemory>();
    std::vector<RecordedEpoch> epochs = read_epochs(files, *memory, order, arrays, job);
    make_logits(files, arrays, epochs, *memory, warnings);
    const auto max_logits = std::max_element(epochs.begin(), epochs.end(),
                                             [](const RecordedEpoch& a, const RecordedEpoch& b) {
                                                 return a.logits.columns < b.logits.columns;
                                             });
    Classes classes = read_run_classes(files.info, labels, max_logits->logits.columns, warnings);
    say_remark();
    if (options.heads.is_wanted)
        read_modules(files.epochs, classes.predictable_count(), options.heads, epochs, warnings);
    const std::vector<std::string> order_warnings = order.warnings();
    warnings.insert(warnings.end(), order_warnings.begin(), order_warnings.end());
    warn_of_probabilities(files.epochs, warnings);
    const std::vector<std::string> converted = memory->warnings();
    warnings.insert(warnings.end(), converted.begin(), converted.end());
    std::vector<std::string> sidecar_files = find_run_sidecar_files(files.run, warnings);
    std::shared_ptr<const Metadata> metadata = read_run_metadata(
        files.run, {.count = labels.labels.size(), .ids = order.ids()}, warnings, job);
    expect_rows(files, epochs.front(), labels.labels.size());
    const std::span<const std::int32_t> label_view = memory->keep(std::move(labels.labels));
    try {
        return {.recording = Recording(std::move(classes), label_view, std::move(epochs), memory),
                .name = {},
                .path = {},
                .warnings = std::move(warnings),
                .sidecar_files = std::move(sidecar_files),
                .metadata = std::move(metadata)};
    } catch (const Error& error) {
        throw Error(files.run.string(), error.what());
    }
}

}  // namespace epochscope
