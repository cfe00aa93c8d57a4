#include "io/features/feature_file.h"

#include "io/features/feature_arrays.h"
#include "io/features/feature_folder.h"
#include "io/files/paths.h"
#include "io/npy/shape_text.h"
#include "io/npy/usual_arrays.h"
#include "io/recording/chosen_epochs.h"
#include "io/recording/class_outputs.h"
#include "io/recording/recording_memory.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

bool has_ending(const fs::path& file, std::string_view ending) {
    return in_lower_case(file.extension().string()) == ending;
}

/// The tables of features and of outputs, one an epoch.
class EpochTables {
  public:
    EpochTables(FeatureArrays& file, const NpyArray& features, std::vector<std::string>& warnings)
        : features_(features), has_epochs_(features.shape().size() > 2) {
        const std::vector<std::size_t> begin(features.shape().begin(), features.shape().end() - 1);
        find_outputs(file, begin, warnings);
        if (!has_epochs_) return;
        const auto& shape = features.shape();
        const std::string name = fs::path(features.name()).filename().string();
        warnings.push_back(name + ": its shape " + shape_text(shape) + " is taken for " +
                           std::to_string(shape[0]) + " epochs of " + std::to_string(shape[1]) +
                           " samples; if its first axis is the samples, save x.reshape(len(x), "
                           "-1)");
        find_numbers(file, warnings);
    }

    [[nodiscard]] std::vector<RecordedEpoch> read(RecordingMemory& memory, const Job& job) const {
        std::vector<RecordedEpoch> epochs;
        const std::size_t count = has_epochs_ ? features_.shape()[0] : 1;
        for (std::size_t e = 0; e < count; ++e) {
            memory.begin_epoch();
            const NpyArray table = part(features_, e);
            epochs.push_back(
                {.number = numbers_.empty() ? static_cast<std::int64_t>(e) + 1 : numbers_[e],
                 .embeddings = {memory.view(table, job), table.shape()[1]},
                 .logits = logits_at(e, memory),
                 .head = {},
                 .losses = {}});
            job.reached(static_cast<double>(e + 1) / static_cast<double>(count));
        }
        return epochs;
    }

  private:
    [[nodiscard]] NpyArray part(const NpyArray& array, std::size_t e) const {
        return has_epochs_ ? array.part(e) : array;
    }

    void find_outputs(FeatureArrays& file, const std::vector<std::size_t>& begin,
                      std::vector<std::string>& warnings) {
        if (!has_epochs_) return;
        for (const auto& [names, kind] :
             {std::pair(UsualNames(logit_names), OutputKind::logits),
              std::pair(UsualNames(probability_names), OutputKind::probabilities)}) {
            outputs_ = file.named(names, begin);
            if (!outputs_) continue;
            if (outputs_->shape().size() != begin.size() + 1) {
                warnings.push_back(outputs_->name() +
                                   ": left out, since it has no column for each class");
                outputs_.reset();
                continue;
            }
            kind_ = kind;
            if (kind == OutputKind::logits) find_kind(warnings);
            return;
        }
    }

    void find_kind(std::vector<std::string>& warnings) {
        std::vector<NpyArray> parts;
        for (std::size_t e = 0; e < outputs_->shape()[0]; ++e)
            parts.push_back(as_outputs(part(*outputs_, e)));
        kind_ = kind_of_outputs(parts, {}, warnings);
    }

    [[nodiscard]] Table logits_at(std::size_t e, RecordingMemory& memory) const {
        if (!outputs_) return {};
        const NpyArray table = as_outputs(part(*outputs_, e));
        const std::vector<float> values = table.reals();
        const std::size_t columns = table.shape()[1];
        return {memory.keep(logits_from({values, columns}, kind_, table.name()), table.name()),
                std::max<std::size_t>(columns, 2)};
    }

    /// The numbers of the epochs, if an array tells them.
    void find_numbers(FeatureArrays& file, std::vector<std::string>& warnings) {
        constexpr std::array<std::string_view, 4> names{"epochs", "epoch", "steps", "step"};
        const std::size_t count = features_.shape()[0];
        const auto found = file.named(names, {count});
        if (!found || found->size() != count) return;
        for (const std::int32_t number : found->integers()) numbers_.push_back(number);
        if (std::ranges::adjacent_find(numbers_, std::ranges::greater_equal()) == numbers_.end())
            return;
        warnings.push_back(found->name() + ": left out, since its numbers do not increase");
        numbers_.clear();
    }

    const NpyArray& features_;
    bool has_epochs_ = false;
    std::optional<NpyArray> outputs_;
    OutputKind kind_ = OutputKind::logits;
    std::vector<std::int64_t> numbers_;
};

/// Gives each column of the outputs a class, and samples without a label none of them.
void name_columns(Labelled& labelled, std::size_t columns) {
    Classes& classes = labelled.classes;
    if (!labelled.is_given) {
        classes.names.clear();
        std::ranges::fill(labelled.labels, no_label);
    } else if (classes.unlabelled) {
        std::ranges::replace(labelled.labels, *classes.unlabelled, no_label);
        classes.names.pop_back();
        if (!classes.colours.empty()) classes.colours.pop_back();
        classes.unlabelled.reset();
    }
    while (classes.names.size() < columns)
        classes.names.push_back(std::to_string(classes.names.size()));
    add_unlabelled(classes, labelled.labels);
}

RecordedRun open_feature_file(const fs::path& path, const OpenOptions& options, const Job& job) {
    FeatureArrays file(path, options);
    const NpyArray features = file.features();
    const auto& shape = features.shape();
    Labelled labelled = labels_for(file, path, options, shape[shape.size() - 2]);
    std::vector<std::string> warnings = file.remarks();
    const EpochTables tables(file, features, warnings);
    const auto memory = std::make_shared<RecordingMemory>();
    std::vector<RecordedEpoch> epochs = tables.read(*memory, job);
    const std::vector<std::string> converted = memory->warnings();
    warnings.insert(warnings.begin(), converted.begin(), converted.end());
    if (!labelled.remark.empty()) warnings.push_back(std::move(labelled.remark));
    if (const std::size_t columns = epochs.front().logits.columns; columns > 0)
        name_columns(labelled, columns);
    const auto labels = memory->keep(std::move(labelled.labels));
    Classes& classes = labelled.classes;
    try {
        const Recording recording(std::move(classes), labels, std::move(epochs), memory);
        return {.recording = with_chosen_epochs(recording, options.epochs),
                .name = path.stem().string(),
                .path = {},
                .warnings = std::move(warnings)};
    } catch (const Error& error) {
        throw Error(path.string(), error.what());
    }
}

/// For arrays of more than two axes.
constexpr std::string_view how_to_flatten =
    "; save x.reshape(len(x), -1) if its first axis is the samples, or each part as "
    "epochs/epoch_<k>/embeddings.npy if it is the epochs";

/// Whether the manual says how to make a file that opens of one with this ending.
bool is_convertible(const fs::path& path) {
    constexpr std::array<std::string_view, 16> endings{
        ".pt",  ".pth",    ".ckpt", ".safetensors", ".h5",      ".hdf5",  ".h5ad", ".parquet",
        ".pkl", ".pickle", ".mat",  ".joblib",      ".feather", ".arrow", ".xlsx", ".xls"};
    return std::ranges::any_of(endings, [&](auto ending) { return has_ending(path, ending); });
}

/// Whether a file holds others, or is packed.
bool is_packed(const fs::path& path) {
    constexpr std::array<std::string_view, 8> endings{".gz",  ".zip", ".tar", ".tgz",
                                                      ".bz2", ".xz",  ".zst", ".7z"};
    return std::ranges::any_of(endings, [&](auto ending) { return has_ending(path, ending); });
}

Fit fit_feature_file(const fs::path& path) {
    constexpr double is_array = 0.4;
    constexpr double is_told = 0.9;
    if (is_folder(path)) return fit_folder_of_arrays(path);
    if (has_ending(path, ".npz")) return {.share = 1};
    if (is_convertible(path))
        return {is_told,
                "is a file " + path.extension().string() +
                    ", which is not read: three lines of Python turn it into a file .npz, which "
                    "opens (the manual's page formats has them, at \"HDF5, Parquet, safetensors "
                    "and .pt\")"};
    if (is_packed(path))
        return {is_told, "is a packed file " + path.extension().string() +
                             ", which is not read: unpack it and open what was in it"};
    if (!has_ending(path, ".npy")) return {};
    try {
        const NpyArray array = NpyArray::open(path).squeezed();
        if (is_feature_table(array)) return {.share = 1};
        if (is_epochs_table(array) && !are_places(array)) return {.share = 1};
        return {is_array, "has the shape " + shape_text(array.shape()) + ", expected (N, D)" +
                              (array.shape().size() > 2 ? std::string(how_to_flatten) : "")};
    } catch (const Error&) {
        return {.share = 1};  // Opening says what is wrong with it.
    }
}

}  // namespace

const Format feature_file_format{
    .name = "features",
    .files = "X.npy or X.npz, a row of features for each sample [N, D], or at each epoch [E, N, D]",
    .fit = fit_feature_file,
    .open_recording = open_feature_file,
};

}  // namespace epochscope
