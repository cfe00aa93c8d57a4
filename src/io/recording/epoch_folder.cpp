#include "io/recording/epoch_folder.h"

#include "io/npy/usual_arrays.h"

#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <system_error>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// What an epoch of time-travelling-visualizer has besides.
constexpr std::array<std::string_view, 3> read_elsewhere{"intra_similarity.npy",
                                                         "inter_similarity.npy", "projection.npy"};

/// The sorted names in a folder; empty if it cannot be read. One call instead of a question a name.
std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        names.push_back(it->path().filename().string());
    std::ranges::sort(names);
    return names;
}

}  // namespace

EpochFiles files_in_epoch(const fs::path& folder, std::int64_t number) {
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
    for (const std::string_view name : read_elsewhere) take(name);
    std::erase_if(names, [](const std::string& name) { return !name.ends_with(".npy"); });
    files.unread = std::move(names);
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
