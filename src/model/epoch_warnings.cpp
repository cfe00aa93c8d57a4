#include <epochscope/model/epoch_warnings.h>

#include <algorithm>

namespace epochscope {

void EpochWarnings::add(const std::string& matter, std::int64_t epoch) {
    const auto [found, added] = matters_.insert({matter, {matter, 1, epoch}});
    if (added) return;
    ++found->second.count;
    found->second.first = std::min(found->second.first, epoch);
}

std::vector<EpochMatter> EpochWarnings::matters() const {
    std::vector<EpochMatter> all;
    all.reserve(matters_.size());
    for (const auto& [matter, epochs] : matters_) all.push_back(epochs);
    return all;
}

void EpochWarnings::add(const std::vector<EpochMatter>& matters) {
    for (const EpochMatter& matter : matters) matters_.insert({matter.matter, matter});
}

std::vector<std::string> EpochWarnings::sentences() const {
    std::vector<std::string> said;
    for (const auto& [matter, epochs] : matters_) {
        std::string& sentence = said.emplace_back(matter);
        sentence += epochs.count == 1
                        ? ": epoch \""
                        : ": " + std::to_string(epochs.count) + " epochs, the first of them \"";
        sentence += std::to_string(epochs.first);
        sentence += '"';
    }
    return said;
}

}  // namespace epochscope
