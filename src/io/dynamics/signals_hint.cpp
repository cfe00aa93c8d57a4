#include "io/dynamics/signals_hint.h"

#include "io/files/input_file.h"
#include "io/files/paths.h"
#include "io/tables/table_reader.h"

#include <epochscope/io/training_dynamics.h>
#include <epochscope/model/error.h>
#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

/// Whether the first record of a file is one of TrustAI's.
bool is_trustai(const fs::path& file) {
    constexpr std::size_t looked_at = std::size_t{1} << 16U;
    const std::string ending = in_lower_case(file.extension().string());
    if (ending != ".json" && ending != ".jsonl" && ending != ".txt") return false;
    try {
        InputFile input(file, std::numeric_limits<std::size_t>::max());
        std::string text(std::min(input.size(), looked_at), '\0');
        text.resize(input.read({reinterpret_cast<std::uint8_t*>(text.data()), text.size()}));
        TableReader rows(file.string(), text);
        return rows.next() && rows.is_objects() && rows.find({"label"}) &&
               rows.find({"probs", "label_probs"});
    } catch (const Error&) {
        return false;
    }
}

Fit fit_training_signals(const fs::path& path) {
    constexpr double is_other = 0.9;
    const bool are_signals = is_folder(path)
                                 ? is_cartography(path) || is_predicted_probabilities(path)
                                 : is_trustai(path);
    if (!are_signals) return {};
    return {is_other, "holds training signals, which have no places; call epochscope datamap " +
                          path.string()};
}

}  // namespace

const Format training_signals_format{
    .name = "training signals",
    .files = "dynamics_epoch_<k>.jsonl, pred_probs.npy with labels.npy, or JSON of TrustAI",
    .fit = fit_training_signals,
};

}  // namespace epochscope
