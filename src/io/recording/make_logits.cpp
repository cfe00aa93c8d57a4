#include "io/recording/make_logits.h"

#include "io/recording/class_outputs.h"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <utility>

namespace epochscope {

namespace {

/// A head of one logit, for the second of two classes.
void add_first_class(LinearHead& head, const std::string& name, RecordingMemory& memory) {
    if (head.weight.rows() != 1 || head.bias.size() != 1) return;
    const std::size_t dimension = head.weight.columns;
    std::vector<float> weight(2 * dimension);
    std::ranges::copy(head.weight.values, weight.begin() + static_cast<std::ptrdiff_t>(dimension));
    head.weight.values = memory.keep(std::move(weight), name);
    head.bias = memory.keep({0, head.bias[0]}, name);
}

}  // namespace

void make_logits(const RunFiles& files, RunArrays& arrays, std::vector<RecordedEpoch>& epochs,
                 RecordingMemory& memory, std::vector<std::string>& warnings) {
    std::vector<std::filesystem::path> undecided;
    for (const EpochFiles& epoch : files.epochs)
        if (!epoch.logits.empty()) undecided.push_back(epoch.logits);
    const OutputKind found = kind_of_outputs(open_outputs(undecided, arrays), files.info, warnings);
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        Table& logits = epochs[e].logits;
        const bool is_named = files.epochs[e].logits.empty();
        const OutputKind kind = is_named ? OutputKind::probabilities : found;
        if (logits.empty() || (kind == OutputKind::logits && logits.columns > 1)) continue;
        const std::string name =
            (is_named ? files.epochs[e].probabilities : files.epochs[e].logits).string();
        logits.values = memory.keep(logits_from(logits, kind, name), name);
        if (logits.columns > 1) continue;
        logits.columns = 2;
        if (epochs[e].head) add_first_class(*epochs[e].head, name, memory);
    }
}

}  // namespace epochscope
