#pragma once

#include <epochscope/io/npy.h>
#include <epochscope/model/epoch_memory.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The memory of an array folder's series: mapped and converted arrays.
class ArrayMemory : public EpochMemory {
  public:
    /// `rows[e]` is the row of the epoch of index e in the arrays.
    explicit ArrayMemory(std::vector<std::size_t> rows) : rows_(std::move(rows)) {}

    std::span<const std::int32_t> keep(std::vector<std::int32_t> values);
    /// Keeps entries that were computed from those of `name`. Throws Error if this exceeds
    /// max_converted.
    std::span<const float> keep(std::vector<float> values, const std::string& name);
    /// All entries of an array, without a copy if possible. Throws Error if the conversion exceeds
    /// max_converted. Uses only the stop token of `job`.
    std::span<const std::int32_t> integers_of(const NpyArray& array, const Job& job);
    std::span<const float> reals_of(const NpyArray& array, const Job& job);

    /// Sentences about converted arrays, one for all files of a name and type: of types that are
    /// seldom met, and of those that take much memory.
    [[nodiscard]] std::vector<std::string> warnings() const;

    [[nodiscard]] std::optional<std::string> fault() const override;
    void release(std::size_t epoch) const override;

  private:
    template <typename T>
    std::span<const T> converted(const NpyArray& array, std::deque<std::vector<T>>& store,
                                 const Job& job);

    /// Files that were converted to the same type.
    struct Converted {
        std::size_t files = 0;
        std::size_t bytes = 0;
        bool is_usual = true;
    };
    /// Takes memory for so many entries of four bytes.
    void take(const std::string& name, std::size_t entries, std::string_view wanted);
    void note(const NpyArray& array, std::size_t bytes, std::string_view wanted);

    std::vector<std::size_t> rows_;
    std::vector<NpyArray> mapped_;
    std::deque<std::vector<std::int32_t>> integers_;
    std::deque<std::vector<float>> reals_;
    std::size_t converted_ = 0;
    std::map<std::string, Converted> kinds_;
};

}  // namespace epochscope
