#include "projection/method_work.h"

#include <epochscope/compute/threads.h>
#include <epochscope/projection/duration.h>

#include <algorithm>
#include <variant>

namespace epochscope {

ProjectionWork& ProjectionWork::operator+=(const ProjectionWork& other) {
    search += other.search;
    layout += other.layout;
    training += other.training;
    return *this;
}

namespace {

/// Neighbours of a sample in its own class and in others.
ProjectionWork listing_work(const Recording& recording, const ProjectOptions& options) {
    if (options.neighbours == 0) return {};
    const double samples = count_of(recording.sample_count());
    // The approximate search asks about so many samples for each.
    constexpr double asked = 3000;
    const double points = options.approximate_neighbours ? std::min(samples, asked) : samples;
    const ProjectionWork epoch =
        search_work(samples, points, count_of(recording.dimension()), count_of(options.neighbours));
    return {.search = 1.1 * count_of(recording.epoch_count()) * epoch.search};
}

/// The time of several threads as a share of that of one: some work is not divided.
double share_of_time(int threads) {
    constexpr double undivided = 0.1;
    return undivided + (1 - undivided) / threads_of(threads);
}

}  // namespace

std::optional<double> seconds_needed(const Recording& recording, const ProjectOptions& options,
                                     const MachineSpeed& speed) {
    // Opening, checking and writing, for each value of the embeddings.
    constexpr double handled = 3;
    std::optional<ProjectionWork> work =
        std::visit([&](const auto& its) { return work_of(recording, its); }, options.method);
    if (!work) return std::nullopt;
    *work += listing_work(recording, options);
    work->search += handled * count_of(recording.sample_count()) *
                    count_of(recording.epoch_count()) * count_of(recording.dimension());
    const double alone =
        work->search * speed.search + work->layout * speed.layout + work->training * speed.training;
    return alone * share_of_time(options.threads);
}

}  // namespace epochscope
