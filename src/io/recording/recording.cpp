#include "io/arrays/array_memory.h"
#include "io/files/sidecar_files.h"
#include "io/npy/shape_text.h"
#include "io/recording/head_reader.h"
#include "io/recording/run_files.h"
#include "io/recording/run_folder.h"
#include "io/recording/sample_order.h"

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
    [[nodiscard]] const std::vector<std::string>& warnings() const { return arrays_.warnings(); }

    [[nodiscard]] std::optional<std::string> fault() const override { return arrays_.fault(); }
    void release(std::size_t epoch) const override {
        for (const NpyArray& array : epochs_[epoch]) array.release(0, array.size());
    }

  private:
    ArrayMemory arrays_{{}};
    std::vector<std::vector<NpyArray>> epochs_;
};

/// Logits whose softmax gives the probabilities of each row back. Throws Error for numbers outside
/// 0..1.
std::vector<float> logits_of(const Table& probabilities, const std::string& where) {
    // Softmax and sums of float32 exceed 1 by rounding.
    constexpr float most = 1.001F;
    constexpr float least = -0.001F;
    std::vector<float> logits;
    logits.reserve(probabilities.values.size());
    for (const float p : probabilities.values) {
        if (p > most || p < least)
            throw Error(where, "row ", logits.size() / probabilities.columns, " holds ", p,
                        ", expected probabilities 0..1; logits are named predictions.npy");
        logits.push_back(std::log(std::max(p, std::numeric_limits<float>::min())));
    }
    return logits;
}

/// Says once from which files the predictions are.
void warn_of_probabilities(std::span<const EpochFiles> epochs, std::vector<std::string>& warnings) {
    EpochWarnings said;
    for (const EpochFiles& epoch : epochs) {
        if (epoch.probabilities.empty()) continue;
        const std::string name = epoch.probabilities.filename().string();
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
    EpochReader(RecordingMemory& memory, SampleOrder& order, const Job& job)
        : memory_(memory), order_(order), job_(job) {}

    RecordedEpoch read(const EpochFiles& files) {
        memory_.begin_epoch();
        rows_ = order_.rows_of(files);
        return {.number = files.number,
                .embeddings = in_order(table(files.embeddings), files.embeddings),
                .logits = logits(files),
                .head = head(files),
                .losses = in_order(list(files.losses), files.losses)};
    }

  private:
    Table logits(const EpochFiles& files) {
        if (!files.logits.empty() || files.probabilities.empty())
            return in_order(table(files.logits), files.logits);
        const Table probabilities = table(files.probabilities);
        return in_order({memory_.keep(logits_of(probabilities, files.probabilities.string()),
                                      files.probabilities.string()),
                         probabilities.columns},
                        files.probabilities);
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
        const NpyArray array = NpyArray::open(file);
        if (array.shape().size() != 2 || array.size() == 0)
            throw Error(array.name(), "has the shape ", shape_text(array.shape()),
                        ", expected a table of rows and columns");
        return {memory_.view(array, job_), array.shape()[1]};
    }

    std::span<const float> list(const fs::path& file) {
        if (file.empty()) return {};
        const NpyArray array = NpyArray::open(file);
        if (array.shape().size() != 1 || array.size() == 0)
            throw Error(array.name(), "has the shape ", shape_text(array.shape()),
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
    const Job& job_;
    /// Of the epoch that is read.
    std::vector<std::size_t> rows_;
};

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
    SampleOrder order(files);
    std::vector<std::int32_t> labels = order.labels();
    const auto memory = std::make_shared<RecordingMemory>();
    EpochReader reader(*memory, order, job);
    std::vector<RecordedEpoch> epochs;
    for (const EpochFiles& epoch : files.epochs) {
        job.reached(static_cast<double>(epochs.size()) / static_cast<double>(files.epochs.size()));
        epochs.push_back(reader.read(epoch));
    }
    const auto max_logits = std::max_element(epochs.begin(), epochs.end(),
                                             [](const RecordedEpoch& a, const RecordedEpoch& b) {
                                                 return a.logits.columns < b.logits.columns;
                                             });
    Classes classes = read_run_classes(files.info, labels, max_logits->logits.columns);
    if (options.heads.is_wanted)
        read_modules(files.epochs, classes.names.size(), options.heads, epochs, warnings);
    const std::vector<std::string> order_warnings = order.warnings();
    warnings.insert(warnings.end(), order_warnings.begin(), order_warnings.end());
    warn_of_probabilities(files.epochs, warnings);
    warnings.insert(warnings.end(), memory->warnings().begin(), memory->warnings().end());
    std::vector<std::string> sidecar_files = find_run_sidecar_files(files.run, warnings);
    const std::span<const std::int32_t> label_view = memory->keep(std::move(labels));
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
