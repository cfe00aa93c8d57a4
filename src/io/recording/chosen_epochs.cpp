#include "io/recording/chosen_epochs.h"

#include <epochscope/model/picked_epochs.h>

#include <cstddef>
#include <numeric>
#include <string>

namespace epochscope {

Recording with_chosen_epochs(const Recording& recording, std::string_view list) {
    std::vector<std::size_t> epochs(recording.epoch_count());
    std::iota(epochs.begin(), epochs.end(), std::size_t{0});
    keep_chosen_epochs(epochs, list, [&](std::size_t e) { return recording.epoch(e).number; });
    return epochs.size() == recording.epoch_count() ? recording : picked_epochs(recording, epochs);
}

void refuse_epoch(const Error& error, std::int64_t epoch, std::int64_t first, std::int64_t last,
                  std::string_view chosen) {
    const std::string what = error.what();
    if (first == last) throw Error(what);
    if (!chosen.empty())
        throw Error(what + "; epoch " + std::to_string(epoch) + " can be left out of --epochs " +
                    std::string(chosen));
    std::string others;
    if (epoch != first) others = ".." + std::to_string(epoch - 1);
    if (epoch != last) others += (others.empty() ? "" : ",") + std::to_string(epoch + 1) + "..";
    throw Error(what + "; epoch " + std::to_string(epoch) + " can be left out: --epochs " + others);
}

}  // namespace epochscope
