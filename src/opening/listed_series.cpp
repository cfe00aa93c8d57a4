#include "opening/listed_series.h"

#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace epochscope {

namespace {

/// What a series with other neighbour lists stands on.
class ListedMemory : public EpochMemory {
  public:
    ListedMemory(EpochSeries series, std::vector<NearestByClass> lists)
        : series_(std::move(series)), lists_(std::move(lists)) {}

    [[nodiscard]] std::vector<Epoch> epochs() const {
        const auto view = [](const EpochColumns::Lists& lists) {
            return NeighbourLists(lists.offsets, lists.samples);
        };
        std::vector<Epoch> epochs(series_.epochs().begin(), series_.epochs().end());
        for (std::size_t e = 0; e < epochs.size(); ++e) {
            if (lists_[e].intra.offsets.empty()) continue;
            epochs[e].intra = view(lists_[e].intra);
            epochs[e].inter = view(lists_[e].inter);
        }
        return epochs;
    }
    [[nodiscard]] std::optional<std::string> fault() const override { return series_.fault(); }
    void release(std::size_t epoch) const override { series_.release(epoch); }

  private:
    EpochSeries series_;
    std::vector<NearestByClass> lists_;
};

}  // namespace

EpochSeries listed(const EpochSeries& series, std::vector<NearestByClass> lists) {
    auto memory = std::make_shared<const ListedMemory>(series, std::move(lists));
    std::vector<Epoch> epochs = memory->epochs();
    return {series.classes(), series.labels(), std::move(epochs), series.frame(),
            std::move(memory)};
}

}  // namespace epochscope
