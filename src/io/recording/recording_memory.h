#pragma once

#include "io/arrays/array_memory.h"

#include <epochscope/io/npy.h>
#include <epochscope/model/epoch_memory.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

/// The arrays of a recording, by epoch.
class RecordingMemory : public EpochMemory {
  public:
    std::span<const std::int32_t> keep(std::vector<std::int32_t> labels) {
        return arrays_.keep(std::move(labels));
    }
    /// Begins an epoch; following views belong to it.
    void begin_epoch() { epochs_.emplace_back(); }
    std::span<const float> view(const NpyArray& array, const Job& job) {
        // What is not in a file counts as converted.
        if (!array.is_mapped()) return arrays_.keep(array.reals(), array.name());
        epochs_.back().push_back(array);
        return arrays_.reals_of(array, job);
    }
    std::span<const float> keep(std::vector<float> values, const std::string& name) {
        return arrays_.keep(std::move(values), name);
    }
    [[nodiscard]] std::vector<std::string> warnings() const { return arrays_.warnings(); }

    [[nodiscard]] std::optional<std::string> fault() const override { return arrays_.fault(); }
    void release(std::size_t epoch) const override {
        for (const NpyArray& array : epochs_[epoch]) array.release(0, array.size());
    }

  private:
    ArrayMemory arrays_{{}};
    std::vector<std::vector<NpyArray>> epochs_;
};

}  // namespace epochscope
