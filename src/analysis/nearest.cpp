#include <epochscope/analysis/nearest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <tuple>
#include <utility>

namespace epochscope {

namespace {

/// The `count` nearest so far, nearest first; earlier ones first among equally near ones.
class NearestFew {
  public:
    explicit NearestFew(std::size_t count) : count_(count) { few_.reserve(count + 1); }

    /// The distance that new samples must be below.
    [[nodiscard]] double limit() const {
        if (few_.size() < count_) return std::numeric_limits<double>::infinity();
        return few_.empty() ? 0 : few_.back().distance;
    }

    void offer(double distance, std::int32_t sample) {
        if (!(distance < limit())) return;
        const auto after =
            std::upper_bound(few_.begin(), few_.end(), distance,
                             [](double d, const Entry& entry) { return d < entry.distance; });
        few_.insert(after, {distance, sample});
        if (few_.size() > count_) few_.pop_back();
    }

    [[nodiscard]] std::vector<std::int32_t> samples() const {
        std::vector<std::int32_t> samples;
        samples.reserve(few_.size());
        for (const Entry& entry : few_) samples.push_back(entry.sample);
        return samples;
    }

  private:
    struct Entry {
        double distance;
        std::int32_t sample;
    };
    std::size_t count_;
    std::vector<Entry> few_;
};

double squared_distance(Point a, Point b) {
    const double dx = double{a.x} - b.x;
    const double dy = double{a.y} - b.y;
    return dx * dx + dy * dy;
}

/// Copies a list of a mapped file, which may be changing.
std::vector<std::int32_t> copy_of(std::span<const std::int32_t> list, std::size_t samples) {
    std::vector<std::int32_t> copy(list.begin(), list.end());
    std::erase_if(copy, [&](std::int32_t i) { return static_cast<std::size_t>(i) >= samples; });
    return copy;
}

constexpr std::size_t block_size = 512;
using Distances = std::array<double, block_size>;

/// Squared distances of a block of samples from `centre`, branch-free.
void measure(const EpochSeries& series, const Moment& moment, std::size_t first, std::size_t count,
             Point centre, Distances& distances) {
    const Point* from = series.positions(moment.from).data() + first;
    const Point* to = series.positions(moment.to).data() + first;
    const float t = moment.t;
    for (std::size_t k = 0; k < count; ++k)
        distances[k] = squared_distance(mix(from[k], to[k], t), centre);
}

/// The nearest in the plane, of the sample's class and of others.
std::pair<std::vector<std::int32_t>, std::vector<std::int32_t>> nearest_in_plane(
    const EpochSeries& series, const Moment& moment, std::size_t sample, std::size_t count) {
    // Limited to the samples, so that a large count takes no memory.
    count = std::min(count, series.sample_count());
    NearestFew intra(count);
    NearestFew inter(count);
    const std::span<const std::int32_t> labels = series.labels();
    const Point centre = position_at(series, moment, sample);
    Distances distances;
    for (std::size_t first = 0; first < labels.size(); first += block_size) {
        const std::size_t block = std::min(block_size, labels.size() - first);
        measure(series, moment, first, block, centre, distances);
        for (std::size_t k = 0; k < block; ++k) {
            // Most are too far; NaN fails the comparison.
            if (!(distances[k] < std::max(intra.limit(), inter.limit()))) continue;
            const std::size_t i = first + k;
            if (i == sample) continue;
            NearestFew& few = labels[i] == labels[sample] ? intra : inter;
            few.offer(distances[k], static_cast<std::int32_t>(i));
        }
    }
    return {intra.samples(), inter.samples()};
}

}  // namespace

Neighbourhood neighbours_at(const EpochSeries& series, double playhead, std::size_t sample,
                            std::size_t count) {
    const Moment moment = moment_at(playhead, series.epoch_count());
    const Epoch& reached = series.epoch(moment.reached());
    Neighbourhood found;
    found.intra_from_folder = !reached.intra.empty();
    found.inter_from_folder = !reached.inter.empty();
    if (!found.intra_from_folder || !found.inter_from_folder)
        std::tie(found.intra, found.inter) = nearest_in_plane(series, moment, sample, count);
    if (found.intra_from_folder)
        found.intra = copy_of(reached.intra[sample], series.sample_count());
    if (found.inter_from_folder)
        found.inter = copy_of(reached.inter[sample], series.sample_count());
    return found;
}

}  // namespace epochscope
