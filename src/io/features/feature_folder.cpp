#include "io/features/feature_folder.h"

#include "io/files/paths.h"
#include "io/npy/shape_text.h"
#include "io/npy/usual_arrays.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// Files of a folder that are looked at to tell what it holds.
constexpr std::size_t max_looked_at = 100;

/// The arrays of a folder that may be features or their labels.
std::vector<NpyArray> arrays_in(const fs::path& folder) {
    std::vector<NpyArray> arrays;
    for (const fs::path& file : files_in(folder, max_looked_at)) {
        if (in_lower_case(file.extension().string()) != ".npy") continue;
        try {
            arrays.push_back(NpyArray::open(file).squeezed());
        } catch (const Error&) {  // Of another kind.
        }
    }
    return arrays;
}

bool has_usual_name(const NpyArray& array) {
    const std::string name = fs::path(array.name()).stem().string();
    return is_usual(embedding_names, name) || in_lower_case(name) == "x";
}

/// Null if there are none.
struct FoundArrays {
    const NpyArray* features = nullptr;
    const NpyArray* labels = nullptr;
};

/// Names of labels come before whole numbers and words, and these before fractions.
int rank_of_labels(const NpyArray& array) {
    if (is_usual(label_names, fs::path(array.name()).stem().string())) return 0;
    return array.kind() == NpyKind::real ? 2 : 1;
}

FoundArrays features_and_labels(const std::vector<NpyArray>& arrays) {
    FoundArrays found;
    for (const NpyArray& array : arrays)
        if (is_feature_table(array) && (!found.features || has_usual_name(array))) {
            found.features = &array;
            if (has_usual_name(array)) break;
        }
    if (!found.features) return found;
    const std::size_t samples = found.features->shape()[0];
    for (const NpyArray& array : arrays) {
        const bool may_be_labels = is_list_of(array, samples) && !is_feature_table(array);
        const bool is_better =
            !found.labels || rank_of_labels(array) < rank_of_labels(*found.labels);
        if (may_be_labels && is_better) found.labels = &array;
    }
    return found;
}

}  // namespace

Fit fit_folder_of_arrays(const fs::path& folder) {
    constexpr double is_near = 0.5;
    const std::vector<NpyArray> arrays = arrays_in(folder);
    const auto [features, labels] = features_and_labels(arrays);
    if (!features) return {};
    const auto named = [](const NpyArray& array) {
        return fs::path(array.name()).filename().string() + " " + shape_text(array.shape());
    };
    if (!labels)
        return {is_near, "is a folder; it holds the features " + named(*features) +
                             ". Call epochscope project " + features->name() +
                             " --method tsne --out NEW"};
    return {is_near, "is a folder; it holds the features " + named(*features) + " and the labels " +
                         named(*labels) + ". Call epochscope project " + features->name() +
                         " --labels " + labels->name() + " --method tsne --out NEW"};
}

FeatureFiles feature_files_in(const fs::path& folder) {
    const std::vector<NpyArray> arrays = arrays_in(folder);
    const auto [features, labels] = features_and_labels(arrays);
    return {features ? fs::path(features->name()) : fs::path(),
            labels ? fs::path(labels->name()) : fs::path()};
}

}  // namespace epochscope
