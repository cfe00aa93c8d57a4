#include <epochscope/model/epoch_warnings.h>

#include <algorithm>

namespace epochscope {

void EpochWarnings::add(const std::string& message, std::int64_t epoch) {
    const auto [found, added] = warnings_.insert({message, {message, 1, epoch}});
    if (added) return;
    ++found->second.count;
    found->second.first = std::min(found->second.first, epoch);
}

std::vector<EpochWarning> EpochWarnings::warnings() const {
    std::vector<EpochWarning> all;
    all.reserve(warnings_.size());
    for (const auto& [message, epochs] : warnings_) all.push_back(epochs);
    return all;
}

void EpochWarnings::add(const std::vector<EpochWarning>& warnings) {
    for (const EpochWarning& message : warnings) warnings_.insert({message.message, message});
}

std::vector<std::string> EpochWarnings::sentences() const {
    std::vector<std::string> said;
    for (const auto& [message, epochs] : warnings_) {
        std::string& sentence = said.emplace_back(message);
        sentence += epochs.count == 1
                        ? ": epoch \""
                        : ": " + std::to_string(epochs.count) + " epochs, the first of them \"";
        sentence += std::to_string(epochs.first);
        sentence += '"';
    }
    return said;
}

}  // namespace epochscope
