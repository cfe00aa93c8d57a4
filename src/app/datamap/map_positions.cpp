#include "app/datamap/map_positions.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace epochscope::app {
namespace {

/// A fraction of the map's extent.
constexpr float room_for_names = 0.12F;

/// The evaluation shown at the epoch of this number.
std::size_t evaluation_at(const EpochSeries& map, std::int64_t number) {
    std::size_t found = 0;
    for (std::size_t k = 0; k < map.epoch_count(); ++k)
        if (map.epoch(k).number <= number) found = k;
    return found;
}

/// Keeps the memory of both alive.
class LinkedMemory : public EpochMemory {
  public:
    LinkedMemory(EpochSeries series, std::shared_ptr<const MapPositions> positions)
        : series_(std::move(series)), positions_(std::move(positions)) {}

    [[nodiscard]] std::optional<std::string> fault() const override { return series_.fault(); }
    void release(std::size_t epoch) const override { series_.release(epoch); }

  private:
    EpochSeries series_;
    std::shared_ptr<const MapPositions> positions_;
};

}  // namespace

MapPositions::MapPositions(const EpochSeries& series, MapOverTime map) : map_(std::move(map)) {
    const bool has_all = map_.samples.size() == series.sample_count();
    if (!has_all) {
        constexpr float nan = std::numeric_limits<float>::quiet_NaN();
        complete_.assign(map_.series.epoch_count(),
                         std::vector<Point>(series.sample_count(), Point{nan, nan}));
        for (std::size_t k = 0; k < complete_.size(); ++k) {
            const auto positions = map_.series.positions(k);
            for (std::size_t i = 0; i < positions.size(); ++i)
                complete_[k][map_.samples[i]] = positions[i];
        }
    }
    for (const Epoch& epoch : series.epochs()) {
        const std::size_t k = evaluation_at(map_.series, epoch.number);
        positions_.push_back(has_all ? map_.series.positions(k) : complete_[k]);
    }
}

Box MapPositions::frame() const {
    Box frame = map_.series.frame();
    frame.min.x -= room_for_names * (frame.max.x - frame.min.x);
    frame.min.y -= room_for_names * (frame.max.y - frame.min.y);
    return frame;
}

EpochSeries with_positions(const EpochSeries& series,
                           std::shared_ptr<const MapPositions> positions) {
    std::vector<Epoch> epochs(series.epochs().begin(), series.epochs().end());
    for (std::size_t e = 0; e < epochs.size(); ++e) epochs[e].positions = positions->at(e);
    const Box frame = positions->frame();
    return {series.classes(), series.labels(), std::move(epochs), frame,
            std::make_shared<LinkedMemory>(series, std::move(positions))};
}

}  // namespace epochscope::app
