#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/analysis/motion.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace epochscope {

namespace {

/// Of the mean move: what is less is not seen.
constexpr double least_move = 0.05;
constexpr double normal_by_median = 1.4826;

double median_of(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<double> moves_of(const Table& before, const Table& after) {
    std::vector<double> moves;
    for (std::size_t i = 0; i < before.rows(); ++i) {
        double square = 0;
        for (std::size_t d = 0; d < before.columns; ++d)
            square += std::pow(double{after.row(i)[d]} - double{before.row(i)[d]}, 2);
        moves.push_back(std::sqrt(square));
    }
    return moves;
}

std::vector<double> moves_of(std::span<const Point> before, std::span<const Point> after) {
    std::vector<double> moves;
    for (std::size_t i = 0; i < before.size(); ++i)
        moves.push_back(std::hypot(double{after[i].x} - double{before[i].x},
                                   double{after[i].y} - double{before[i].y}));
    return moves;
}

/// See motion_of.
std::vector<float> motion_by(const std::vector<double>& shown, const std::vector<double>& truly,
                             const NearestPoints& nearest) {
    const double shown_mean = mean_of(shown);
    const double true_mean = mean_of(truly);
    std::vector<float> motion(shown.size(), 0);
    if (shown_mean <= 0 || true_mean <= 0) return motion;
    std::vector<double> ratios;
    for (std::size_t i = 0; i < shown.size(); ++i)
        ratios.push_back(
            std::log((shown[i] + least_move * shown_mean) / (truly[i] + least_move * true_mean)));
    std::vector<double> beyond;
    std::vector<double> sizes;
    std::vector<double> of_neighbours;
    for (std::size_t i = 0; i < ratios.size(); ++i) {
        of_neighbours.clear();
        for (const std::int32_t neighbour : nearest.of(i))
            of_neighbours.push_back(ratios[static_cast<std::size_t>(neighbour)]);
        beyond.push_back(ratios[i] - median_of(of_neighbours));
        sizes.push_back(std::abs(beyond.back()));
    }
    const double unit = std::max(normal_by_median * median_of(sizes), std::log(1.1));
    std::ranges::transform(beyond, motion.begin(),
                           [unit](double value) { return static_cast<float>(value / unit); });
    return motion;
}

}  // namespace

std::vector<std::vector<float>> motion_of(const Recording& recording,
                                          std::span<const std::size_t> epochs,
                                          std::span<const std::span<const Point>> places,
                                          std::size_t neighbours, int threads,
                                          const std::stop_token& stop, const Team& team) {
    std::vector<std::vector<float>> motion;
    const std::size_t count = std::min(neighbours, (recording.sample_count() - 1) / 2);
    if (count == 0 || epochs.empty()) return motion;
    const auto of_step = [&](std::size_t step) {
        const Table& before = recording.epoch(epochs[step]).embeddings;
        const Table& after = recording.epoch(epochs[step + 1]).embeddings;
        const NearestPoints nearest = nearest_others(before, {.count = count, .threads = threads},
                                                     {.progress = {}, .stop = stop});
        Parcel row;
        row.put(
            motion_by(moves_of(places[step], places[step + 1]), moves_of(before, after), nearest));
        recording.release(epochs[step]);
        return row;
    };
    team.share_out(epochs.size() - 1, of_step,
                   [&](std::size_t, Parcel& row) { motion.push_back(row.take<float>()); });
    return motion;
}

}  // namespace epochscope
