#pragma once

#include <epochscope/io/npy.h>
#include <epochscope/model/epoch_memory.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// What an array folder's series stands on: arrays that are mapped, and those that had to be
/// converted.
class ArrayMemory : public EpochMemory {
  public:
    /// `rows[e]` is where the epoch of index e of the series lies in the arrays.
    explicit ArrayMemory(std::vector<std::size_t> rows) : rows_(std::move(rows)) {}

    std::span<const std::int32_t> keep(std::vector<std::int32_t> values);
    /// All entries of an array, in place where they can be. Throws Error where converting them
    /// takes more memory than is left of max_converted; long work tells `job`, whose share of
    /// progress stays with the caller.
    std::span<const std::int32_t> integers_of(const NpyArray& array, const Job& job);
    std::span<const float> reals_of(const NpyArray& array, const Job& job);

    /// What was converted, in sentences.
    [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }

    [[nodiscard]] std::optional<std::string> fault() const override;
    void release(std::size_t epoch) const override;

  private:
    template <typename T>
    std::span<const T> converted(const NpyArray& array, std::deque<std::vector<T>>& store,
                                 const Job& job);

    std::vector<std::size_t> rows_;
    std::vector<NpyArray> mapped_;
    std::deque<std::vector<std::int32_t>> integers_;
    std::deque<std::vector<float>> reals_;
    std::size_t converted_ = 0;
    std::vector<std::string> warnings_;
};

}  // namespace epochscope
