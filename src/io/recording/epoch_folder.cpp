#include "io/recording/epoch_folder.h"

#include "io/features/npz_file.h"
#include "io/npy/usual_arrays.h"
#include "io/recording/feature_table.h"
#include "io/recording/run_arrays.h"

#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".npy";
/// What an epoch of time-travelling-visualizer has besides.
constexpr std::array<std::string_view, 3> read_elsewhere{"intra_similarity.npy",
                                                         "inter_similarity.npy", "projection.npy"};

/// Further names of features in an archive, in lower case.
constexpr std::array<std::string_view, 4> vague_names{"x", "z", "data", "arr_0"};

std::vector<std::string> names_in_archive(const fs::path& file) {
    std::vector<std::string> names = NpzFile(file).names();
    for (std::string& name : names) name += ".npy";
    return names;
}

/// Whether an array of an archive holds a whole number a sample: the predicted class, and not what
/// a classifier puts out.
bool holds_classes(const fs::path& file) {
    if (in_lower_case(file.parent_path().extension().string()) != ".npz") return false;
    const NpyArray array = RunArrays().open(file).squeezed();
    return array.kind() != NpyKind::real && !array.shape().empty() &&
           array.size() == array.shape()[0];
}

/// The arrays that the columns of a table make, and the other columns.
std::vector<std::string> names_in_table(const fs::path& file) {
    const auto columns = feature_columns_of(file);
    if (!columns) return {};
    std::vector<std::string> names{"embeddings.npy"};
    if (!columns->logits.empty()) names.emplace_back("logits.npy");
    if (!columns->probabilities.empty()) names.emplace_back("probabilities.npy");
    if (columns->label) names.emplace_back("labels.npy");
    if (columns->id) names.emplace_back("ids.npy");
    for (const std::string& name : columns->unread) names.push_back(name + ".npy");
    return names;
}

/// The sorted names in a folder; empty if it cannot be read. One call instead of a question a name.
std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    if (std::error_code ignored; fs::is_regular_file(folder, ignored)) {
        const bool is_npz = in_lower_case(folder.extension().string()) == ".npz";
        names = is_npz ? names_in_archive(folder) : names_in_table(folder);
        std::ranges::sort(names);
        return names;
    }
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        names.push_back(it->path().filename().string());
    std::ranges::sort(names);
    return names;
}

}  // namespace

EpochFiles files_in_epoch(const fs::path& folder, std::int64_t number) {
    std::error_code ignored;
    const bool is_file = fs::is_regular_file(folder, ignored);
    std::vector<std::string> names = names_in(folder);
    const auto take = [&](std::string_view wanted) {
        const auto found = std::ranges::find_if(
            names, [&](const std::string& name) { return in_lower_case(name) == wanted; });
        if (found == names.end()) return fs::path();
        fs::path file = folder / *found;
        names.erase(found);
        return file;
    };
    const auto take_array = [&](UsualNames usual) {
        for (const std::string_view name : usual)
            if (fs::path file = take(std::string(name) + ".npy"); !file.empty()) return file;
        return fs::path();
    };
    EpochFiles files{.number = number,
                     .embeddings = take_array(embedding_names),
                     .logits = take_array(logit_names),
                     .probabilities = take_array(probability_names),
                     .head_weight = take("head_weight.npy"),
                     .head_bias = take("head_bias.npy"),
                     .head_module = take("head.pt"),
                     .losses = take("losses.npy"),
                     .labels = take_array(label_names),
                     .ids = take_array(id_names)};
    if (files.embeddings.empty() && is_file) files.embeddings = take_array(vague_names);
    for (const std::string_view name : read_elsewhere) take(name);
    std::erase_if(names, [](const std::string& name) { return !name.ends_with(".npy"); });
    files.unread = std::move(names);
    if (!is_file) return files;
    if (holds_classes(files.logits))
        files.unread.push_back(std::exchange(files.logits, {}).filename().string());
    for (std::string& name : files.unread) name.resize(name.size() - ending.size());
    return files;
}

std::string names_held(const fs::path& folder) {
    constexpr std::size_t max_named = 4;
    const std::vector<std::string> names = names_in(folder);
    if (names.empty()) return "nothing";
    std::string list;
    const std::size_t named = std::min(names.size(), max_named);
    for (std::size_t i = 0; i < named; ++i) list += (i > 0 ? ", " : "") + names[i];
    if (names.size() > named) list += " and " + std::to_string(names.size() - named) + " more";
    return list;
}

}  // namespace epochscope
