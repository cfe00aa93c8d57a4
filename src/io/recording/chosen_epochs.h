#pragma once

#include <epochscope/io/recording.h>
#include <epochscope/model/epoch_list.h>
#include <epochscope/model/error.h>

#include <cstdint>
#include <set>
#include <string_view>
#include <vector>

namespace epochscope {

/// Leaves only the epochs that OpenOptions::epochs says, of a container whose entries have the
/// number `number_of(entry)` each, increasing; all if it says nothing. Throws Error if the list is
/// at fault.
template <typename Epochs, typename NumberOf>
void keep_chosen_epochs(Epochs& epochs, std::string_view list, const NumberOf& number_of) {
    if (list.empty() || epochs.empty()) return;
    std::vector<std::int64_t> numbers;
    for (const auto& epoch : epochs) numbers.push_back(number_of(epoch));
    const std::vector<std::int64_t> chosen = parse_epochs(list, numbers);
    const std::set<std::int64_t> wanted(chosen.begin(), chosen.end());
    std::erase_if(epochs, [&](const auto& epoch) { return !wanted.contains(number_of(epoch)); });
}

/// The same of entries with a number.
template <typename Numbered>
void keep_chosen_epochs(std::vector<Numbered>& epochs, std::string_view list) {
    keep_chosen_epochs(epochs, list, [](const Numbered& epoch) { return epoch.number; });
}

/// The same of a recording; shares its memory.
Recording with_chosen_epochs(const Recording& recording, std::string_view list);

/// Throws what is wrong with an epoch of those from `first` to `last`, and how the others can be
/// opened if there are others. `chosen` is the list that they were chosen by; empty: all.
[[noreturn]] void refuse_epoch(const Error& error, std::int64_t epoch, std::int64_t first,
                               std::int64_t last, std::string_view chosen);

}  // namespace epochscope
