#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace epochscope {

/// A view of one list of neighbours for each sample, nearest first. Lists are directed, may differ
/// in length, and never contain the sample itself.
class NeighbourLists {
  public:
    /// No lists: neighbours are unknown.
    NeighbourLists() = default;
    /// The list of sample i is samples[offsets[i]] up to samples[offsets[i + 1]]; N + 1 increasing
    /// offsets.
    NeighbourLists(std::span<const std::uint64_t> offsets, std::span<const std::int32_t> samples)
        : offsets_(offsets), samples_(samples) {}

    /// The list of sample i is row i of `count` rows of `width` unchecked entries, as in files. If
    /// the sample itself comes first, it is skipped. The list ends before the first entry that is
    /// not another sample, such as the padding -1.
    static NeighbourLists padded(std::span<const std::int32_t> rows, std::size_t count,
                                 std::size_t width) {
        NeighbourLists lists;
        lists.samples_ = rows;
        lists.rows_ = count;
        lists.width_ = width;
        return lists;
    }

    [[nodiscard]] bool empty() const { return size() == 0; }
    /// The number of lists.
    [[nodiscard]] std::size_t size() const {
        return offsets_.empty() ? rows_ : offsets_.size() - 1;
    }
    /// O(1), or O(length of the list) for padded lists.
    [[nodiscard]] std::span<const std::int32_t> operator[](std::size_t sample) const {
        if (offsets_.empty()) return trimmed(samples_.subspan(sample * width_, width_), sample);
        return samples_.subspan(offsets_[sample], offsets_[sample + 1] - offsets_[sample]);
    }

  private:
    [[nodiscard]] std::span<const std::int32_t> trimmed(std::span<const std::int32_t> row,
                                                        std::size_t sample) const {
        // A negative entry is beyond every count.
        const auto is = [](std::int32_t entry) { return static_cast<std::size_t>(entry); };
        if (!row.empty() && is(row[0]) == sample) row = row.subspan(1);
        std::size_t length = 0;
        while (length < row.size() && is(row[length]) < rows_ && is(row[length]) != sample)
            ++length;
        return row.first(length);
    }

    std::span<const std::uint64_t> offsets_;
    std::span<const std::int32_t> samples_;
    std::size_t rows_ = 0;
    std::size_t width_ = 0;
};

}  // namespace epochscope
