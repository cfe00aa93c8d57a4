#include "projection/voting_cells.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace epochscope {

namespace {

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

/// Columns or rows: which of `count` between two places a coordinate lies in.
struct Ruler {
    double from;
    double scale;
    double count;

    Ruler(float min, float max, int steps)
        : from(min), scale(steps / (double{max} - min)), count(steps) {}

    /// -1 outside; the far end belongs to the last.
    [[nodiscard]] std::int64_t of(float value) const {
        const double step = (value - from) * scale;
        if (!(step >= 0 && step <= count)) return -1;
        return std::min(static_cast<std::int64_t>(step), static_cast<std::int64_t>(count) - 1);
    }
};

/// Evenly chosen samples. Which of each `stride` ones differs, since files are often in an order of
/// their own.
struct Chosen {
    std::size_t stride;
    std::size_t count;

    Chosen(std::size_t samples, std::size_t most)
        : stride(std::max<std::size_t>(1, (samples + most - 1) / most)), count(samples / stride) {}

    [[nodiscard]] std::size_t operator[](std::size_t k) const {
        const std::uint32_t mixed = static_cast<std::uint32_t>(k) * 2654435761U >> 12U;
        return k * stride + mixed % stride;
    }
};

/// The pixel that each of these samples lies in, `nowhere` for those without a vote.
std::vector<std::uint32_t> pixels_of(const Epoch& epoch, const Chosen& chosen, std::size_t classes,
                                     const Box& frame, Size size) {
    const Ruler columns(frame.min.x, frame.max.x, size.width);
    const Ruler rows(frame.min.y, frame.max.y, size.height);
    std::vector<std::uint32_t> pixels(chosen.count, nowhere);
    for (std::size_t k = 0; k < pixels.size(); ++k) {
        const std::size_t i = chosen[k];
        const std::int64_t column = columns.of(epoch.positions[i].x);
        const std::int64_t row = rows.of(epoch.positions[i].y);
        const bool is_class = static_cast<std::size_t>(epoch.predictions[i]) < classes;
        const bool is_sure = epoch.confidence.empty() || std::isfinite(epoch.confidence[i]);
        if (column >= 0 && row >= 0 && is_class && is_sure)
            pixels[k] = static_cast<std::uint32_t>(row * size.width + column);
    }
    return pixels;
}

/// Adds up the confidence of some samples by class.
class ClassSums {
  public:
    explicit ClassSums(std::size_t classes) : sums_(classes), is_seen_(classes) {}

    /// What others wrote into a mapped file meanwhile may be no class.
    void add(std::int32_t cls, double confidence) {
        const auto c = static_cast<std::size_t>(cls);
        if (c >= sums_.size()) return;
        if (is_seen_[c] == 0) seen_.push_back(cls);
        is_seen_[c] = 1;
        sums_[c] += std::clamp(confidence, 0.0, 1.0);
    }

    void move_to(std::vector<VotingCells::Vote>& votes) {
        for (const std::int32_t cls : seen_) {
            const auto c = static_cast<std::size_t>(cls);
            votes.push_back({cls, static_cast<float>(sums_[c])});
            sums_[c] = 0;
            is_seen_[c] = 0;
        }
        seen_.clear();
    }

  private:
    std::vector<double> sums_;
    std::vector<std::uint8_t> is_seen_;
    std::vector<std::int32_t> seen_;
};

}  // namespace

VotingCells::VotingCells(const Epoch& epoch, std::size_t classes, const Box& frame, Size size)
    : counts_(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height)),
      first_(counts_.size() + 1) {
    const Chosen chosen(epoch.positions.size(), most_a_pixel * counts_.size());
    const std::vector<std::uint32_t> pixels = pixels_of(epoch, chosen, classes, frame, size);
    for (const std::uint32_t pixel : pixels)
        if (pixel != nowhere) ++counts_[pixel];
    // Samples by pixel, those of a pixel in their order.
    std::vector<std::uint32_t> next(counts_.size() + 1);
    std::partial_sum(counts_.begin(), counts_.end(), next.begin() + 1);
    std::vector<std::uint32_t> samples(next.back());
    for (std::size_t k = 0; k < pixels.size(); ++k)
        if (pixels[k] != nowhere)
            samples[next[pixels[k]]++] = static_cast<std::uint32_t>(chosen[k]);
    std::size_t begin = 0;
    ClassSums sums(classes);
    for (std::size_t pixel = 0; pixel < counts_.size(); ++pixel) {
        for (const std::size_t end = begin + counts_[pixel]; begin < end; ++begin) {
            const std::uint32_t sample = samples[begin];
            sums.add(epoch.predictions[sample],
                     epoch.confidence.empty() ? 1 : double{epoch.confidence[sample]});
        }
        sums.move_to(votes_);
        first_[pixel + 1] = static_cast<std::uint32_t>(votes_.size());
    }
}

}  // namespace epochscope
