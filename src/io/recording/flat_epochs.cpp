#include "io/recording/flat_epochs.h"

#include "io/npy/usual_arrays.h"
#include "io/recording/epoch_names.h"

#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

using Kind = fs::path EpochFiles::*;

/// Losses, and the usual names of the others.
constexpr std::array<std::string_view, 1> loss_names{"losses"};
constexpr std::array<std::pair<UsualNames, Kind>, 6> kinds{{
    {embedding_names, &EpochFiles::embeddings},
    {logit_names, &EpochFiles::logits},
    {probability_names, &EpochFiles::probabilities},
    {loss_names, &EpochFiles::losses},
    {label_names, &EpochFiles::labels},
    {id_names, &EpochFiles::ids},
}};

struct FlatName {
    Kind kind = nullptr;
    std::int64_t number = 0;
};

/// What a name without its ending says; nothing for others.
std::optional<FlatName> flat_name(std::string_view stem) {
    constexpr std::string_view separators = "_-. ";
    const std::string name = in_lower_case(stem);
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find_first_of(separators, begin), name.size());
        const std::string_view word = std::string_view(name).substr(begin, end - begin);
        const auto kind = std::ranges::find_if(
            kinds, [&](const auto& known) { return is_usual(known.first, word); });
        if (kind != kinds.end()) {
            // Of "a_word_b", "a_b" is left.
            std::string rest = name.substr(0, begin > 0 ? begin - 1 : 0);
            const std::string_view behind = std::string_view(name).substr(end);
            rest += rest.empty() && !behind.empty() ? behind.substr(1) : behind;
            const auto epoch = epoch_name(rest);
            return epoch ? std::optional(FlatName{kind->second, epoch->number}) : std::nullopt;
        }
        begin = end + 1;
    }
    return std::nullopt;
}

}  // namespace

std::map<std::int64_t, EpochFiles> flat_epochs_in(const fs::path& folder) {
    std::map<std::int64_t, EpochFiles> epochs;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (it->path().extension() != ".npy" || !it->is_regular_file(ignored)) continue;
        const auto name = flat_name(it->path().stem().string());
        if (!name) continue;
        EpochFiles& epoch = epochs[name->number];
        epoch.number = name->number;
        fs::path& file = epoch.*(name->kind);
        if (!file.empty())
            throw Error(folder.string(), "holds ", file.filename().string(), " and ",
                        it->path().filename().string(), ", which are both epoch ", name->number,
                        ", expected one of them");
        file = it->path();
    }
    std::erase_if(epochs, [](const auto& epoch) { return epoch.second.embeddings.empty(); });
    return epochs;
}

}  // namespace epochscope
