#include "io/recording/chosen_epochs.h"

#include <epochscope/model/picked_epochs.h>

#include <cstddef>
#include <string>

namespace epochscope {

namespace {

struct NumberedIndex {
    std::int64_t number = 0;
    std::size_t index = 0;
};

}  // namespace

Recording with_chosen_epochs(const Recording& recording, std::string_view list) {
    std::vector<NumberedIndex> epochs;
    for (std::size_t e = 0; e < recording.epoch_count(); ++e)
        epochs.push_back({recording.epoch(e).number, e});
    keep_chosen_epochs(epochs, list);
    if (epochs.size() == recording.epoch_count()) return recording;
    std::vector<std::size_t> picked;
    for (const NumberedIndex& epoch : epochs) picked.push_back(epoch.index);
    return picked_epochs(recording, picked);
}

void refuse_epoch(const Error& error, std::int64_t epoch, std::int64_t first, std::int64_t last) {
    const std::string what = error.what();
    if (first == last) throw Error(what);
    std::string others;
    if (epoch != first) others = ".." + std::to_string(epoch - 1);
    if (epoch != last) others += (others.empty() ? "" : ",") + std::to_string(epoch + 1) + "..";
    throw Error(what + "; epoch " + std::to_string(epoch) + " can be left out: --epochs " + others);
}

}  // namespace epochscope
