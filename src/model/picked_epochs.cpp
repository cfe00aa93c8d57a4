#include <epochscope/model/picked_epochs.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

/// The memory of a recording, of which some epochs are looked at.
class PickedMemory : public EpochMemory {
  public:
    PickedMemory(const Recording& recording, std::span<const std::size_t> epochs)
        : recording_(recording), epochs_(epochs.begin(), epochs.end()) {}

    [[nodiscard]] std::optional<std::string> fault() const override { return recording_.fault(); }
    void release(std::size_t epoch) const override { recording_.release(epochs_[epoch]); }

  private:
    Recording recording_;
    std::vector<std::size_t> epochs_;
};

}  // namespace

Recording picked_epochs(const Recording& recording, std::span<const std::size_t> epochs) {
    std::vector<RecordedEpoch> picked;
    for (const std::size_t epoch : epochs) picked.push_back(recording.epoch(epoch));
    return {recording.classes(), recording.labels(), std::move(picked),
            std::make_shared<PickedMemory>(recording, epochs)};
}

}  // namespace epochscope
