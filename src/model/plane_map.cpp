#include <epochscope/model/error.h>
#include <epochscope/model/plane_map.h>

#include <algorithm>
#include <utility>

namespace epochscope {

PlaneMap::PlaneMap(Maps maps, std::vector<EpochLogits> logits)
    : maps_(std::move(maps)),
      logits_(std::make_shared<const std::vector<EpochLogits>>(std::move(logits))) {}

const EpochMap* PlaneMap::at(std::size_t epoch) const {
    if (maps_.size() == 1) return maps_.front().get();
    return epoch < maps_.size() ? maps_[epoch].get() : nullptr;
}

const EpochLogits& PlaneMap::logits(std::size_t epoch) const {
    static const EpochLogits unknown;
    return epoch < logits_->size() ? (*logits_)[epoch] : unknown;
}

bool PlaneMap::has_logits(std::size_t epoch) const {
    const EpochLogits& known = logits(epoch);
    const EpochMap* map = at(epoch);
    return !known.planes.empty() || (map != nullptr && known.head.is_known() &&
                                     !(map->is_linear() && known.head.is_linear()));
}

PlaneMap PlaneMap::picked(std::span<const std::size_t> epochs) const {
    if (!is_per_epoch()) return PlaneMap(maps_);
    Maps maps;
    for (const std::size_t epoch : epochs) {
        if (epoch >= maps_.size())
            throw Error("plane map", "has ", maps_.size(), " maps, expected one, or one an epoch");
        maps.push_back(maps_[epoch]);
    }
    return PlaneMap(std::move(maps));
}

PlaneMap PlaneMap::with_logits(std::vector<EpochLogits> logits) const {
    return PlaneMap(maps_, std::move(logits));
}

PlaneMap PlaneMap::with_heads(const Heads& heads) const {
    std::vector<EpochLogits> all;
    for (std::size_t e = 0; e < heads.size(); ++e) {
        const EpochMap* map = at(e);
        if (map == nullptr || !heads[e].is_known()) {
            all.push_back(logits(e));
            continue;
        }
        EpochLogits& made = all.emplace_back(EpochLogits{.head = heads[e]});
        if (!map->is_linear() || !made.head.is_linear()) continue;
        made.planes = map->planes(made.head.linear());
        if (!std::ranges::all_of(made.planes, &LogitPlane::is_finite)) made.planes.clear();
        if (!is_per_epoch()) made.head = {};
    }
    return with_logits(std::move(all));
}

}  // namespace epochscope
