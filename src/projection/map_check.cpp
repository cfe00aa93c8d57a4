#include "projection/map_check.h"

#include "projection/placed.h"

#include <epochscope/analysis/heads.h>
#include <epochscope/compute/head_logits.h>
#include <epochscope/compute/known_maps.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace epochscope {

namespace {

constexpr double least_spread = 0.01;
constexpr double worst_return = 1.05;
/// If more than this share is of one class, too few others are left to judge by.
constexpr double clear_majority = 0.8;

std::vector<std::int32_t> decided_by(const Head& head, const Table& rows, int threads) {
    const std::vector<double> logits = logits_of(head, rows, threads);
    const std::size_t classes = head.class_count();
    std::vector<std::int32_t> decided;
    decided.reserve(rows.rows());
    for (std::size_t i = 0; i < rows.rows(); ++i)
        decided.push_back(greatest_of(std::span(logits).subspan(i * classes, classes)));
    return decided;
}

std::size_t most_frequent(const std::vector<std::int32_t>& classes, std::size_t class_count) {
    std::vector<std::size_t> counts(class_count);
    for (const std::int32_t c : classes) ++counts[static_cast<std::size_t>(c)];
    return *std::ranges::max_element(counts);
}

/// The squared distances of rows to their mean, and of what came back to the rows.
struct Returned {
    double around_mean = 0;
    double off = 0;
};

Returned returned(const Table& rows, const std::vector<float>& back) {
    const std::vector<float> middle = normalisation_of(rows).middle;
    Returned sums;
    for (std::size_t i = 0; i < back.size(); ++i) {
        const auto value = static_cast<double>(rows.values[i]);
        sums.around_mean += std::pow(value - static_cast<double>(middle[i % rows.columns]), 2);
        sums.off += std::pow(value - static_cast<double>(back[i]), 2);
    }
    return sums;
}

/// The root mean square of the distances of places to their mean.
double spread_of(std::span<const Point> places) {
    double x = 0;
    double y = 0;
    for (const Point place : places) {
        x += static_cast<double>(place.x);
        y += static_cast<double>(place.y);
    }
    const auto count = static_cast<double>(places.size());
    double squares = 0;
    for (const Point place : places)
        squares += std::pow(static_cast<double>(place.x) - x / count, 2) +
                   std::pow(static_cast<double>(place.y) - y / count, 2);
    return std::sqrt(squares / count);
}

LearnedMap map_of(const Autoencoder& autoencoder, const TrainingPoints& points) {
    return autoencoder.map(std::vector<float>(points.dimension), 1);
}

}  // namespace

bool are_in_one_place(const Autoencoder& autoencoder, const TrainingPoints& points) {
    return !(spread_of(places_by(map_of(autoencoder, points), points.table())) >= least_spread);
}

Normalisation normalisation_of(const Table& rows) {
    const auto count = static_cast<double>(rows.rows());
    std::vector<double> sums(rows.columns);
    for (std::size_t i = 0; i < rows.values.size(); ++i)
        sums[i % rows.columns] += static_cast<double>(rows.values[i]);
    Normalisation made;
    for (const double sum : sums) made.middle.push_back(static_cast<float>(sum / count));
    double squares = 0;
    for (std::size_t i = 0; i < rows.values.size(); ++i) {
        const double off = static_cast<double>(rows.values[i]) -
                           static_cast<double>(made.middle[i % rows.columns]);
        squares += off * off;
    }
    const double deviation = std::sqrt(squares / static_cast<double>(rows.values.size()));
    if (deviation > 0) made.scale = static_cast<float>(deviation);
    return made;
}

void normalise(std::vector<float>& rows, const Normalisation& by) {
    const std::size_t dimension = by.middle.size();
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = (rows[i] - by.middle[i % dimension]) / by.scale;
}

void MapCheck::add(const Table& rows, const Head& head, std::size_t first, int threads) {
    epochs_.push_back({head, first, rows.rows(), {}});
    if (head.class_count() > 1) epochs_.back().decided = decided_by(head, rows, threads);
}

std::string MapCheck::fault(const Autoencoder& autoencoder, const TrainingPoints& points,
                            const Normalisation& by, double reconstruction_weight,
                            int threads) const {
    const Table all = points.table();
    if (all.rows() < fewest_to_judge) return {};
    const LearnedMap map = map_of(autoencoder, points);
    const std::vector<Point> places = places_by(map, all, threads);
    std::vector<float> back = embeddings_by(map, places, threads);
    const Returned distances = returned(all, back);
    if (points.are_alike()) return {};
    if (!(spread_of(places) >= least_spread)) return "all samples lie in one place of the plane";
    if (reconstruction_weight <= 0) return {};
    if (const double error = distances.off / distances.around_mean; !(error <= worst_return))
        return "what comes back from the plane is farther off than the mean of all embeddings is "
               "(squared error " +
               rounded(error) + " of that)";
    for (std::size_t i = 0; i < back.size(); ++i)
        back[i] = back[i] * by.scale + by.middle[i % points.dimension];
    double kept = 0;
    double of_majority = 0;
    double judged = 0;
    for (const Epoch& epoch : epochs_) {
        const std::size_t majority =
            epoch.decided.empty() ? 0 : most_frequent(epoch.decided, epoch.head.class_count());
        if (majority == epoch.decided.size()) continue;
        const auto decided = decided_by(epoch.head,
                                        {std::span(back).subspan(epoch.first * points.dimension,
                                                                 epoch.count * points.dimension),
                                         points.dimension},
                                        threads);
        for (std::size_t i = 0; i < decided.size(); ++i)
            kept += decided[i] == epoch.decided[i] ? 1 : 0;
        of_majority += static_cast<double>(majority);
        judged += static_cast<double>(epoch.count);
    }
    if (judged < static_cast<double>(fewest_to_judge) || of_majority > clear_majority * judged ||
        kept > of_majority)
        return {};
    return "of what comes back from the plane, the head decides " + rounded(kept / judged) +
           " as before, no more than if all were in the class that is predicted most often (" +
           rounded(of_majority / judged) + ")";
}

}  // namespace epochscope
