#include "io/recording/epoch_folder.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <system_error>
#include <vector>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

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
    const std::vector<std::string> names = names_in(folder);
    const auto first_of = [&](std::initializer_list<const char*> usual) {
        for (const char* name : usual)
            if (std::ranges::binary_search(names, name)) return folder / name;
        return fs::path();
    };
    return {.number = number,
            .embeddings = first_of({"embeddings.npy", "features.npy", "representations.npy"}),
            .logits = first_of({"predictions.npy", "logits.npy", "outputs.npy"}),
            .probabilities = first_of({"probs.npy", "probabilities.npy", "pred_probs.npy"}),
            .head_weight = first_of({"head_weight.npy"}),
            .head_bias = first_of({"head_bias.npy"}),
            .head_module = first_of({"head.pt"}),
            .losses = first_of({"losses.npy"}),
            .labels = first_of({"labels.npy"}),
            .ids = first_of({"ids.npy"})};
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
