#include <epochscope/compute/principal_components.h>
#include <epochscope/compute/procrustes.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/pca.h>

#include <numeric>

namespace epochscope {

namespace {

/// Rotates a map so that it places samples as near as possible to where they are.
void rotate_towards(LinearMap& map, const Table& samples, std::span<const Point> places) {
    Matrix2 agreement{};
    for (std::size_t i = 0; i < samples.rows(); ++i) {
        const Point a = places[i];
        const Point b = map.place(samples.row(i));
        agreement[0][0] += double{a.x} * double{b.x};
        agreement[0][1] += double{a.x} * double{b.y};
        agreement[1][0] += double{a.y} * double{b.x};
        agreement[1][1] += double{a.y} * double{b.y};
    }
    const auto [along_x, along_y] = nearest_rotation(agreement);
    for (std::size_t d = 0; d < map.mean.size(); ++d) {
        const double x = map.axes[0][d];
        const double y = map.axes[1][d];
        map.axes[0][d] = along_x[0] * x + along_x[1] * y;
        map.axes[1][d] = along_y[0] * x + along_y[1] * y;
    }
    // The components are uncorrelated, so that their explained variances mix like this.
    const auto [x, y] = map.explained;
    map.explained = {along_x[0] * along_x[0] * x + along_x[1] * along_x[1] * y,
                     along_y[0] * along_y[0] * x + along_y[1] * along_y[1] * y};
}

std::vector<Point> placed_by_map(const LinearMap& map, const Table& samples) {
    std::vector<Point> places;
    places.reserve(samples.rows());
    for (std::size_t i = 0; i < samples.rows(); ++i) places.push_back(map.place(samples.row(i)));
    return places;
}

}  // namespace

std::vector<LinearMap> pca(const Recording& recording, const PcaOptions& options, const Job& job) {
    std::vector<std::size_t> epochs(recording.epoch_count());
    std::iota(epochs.begin(), epochs.end(), std::size_t{0});
    if (!options.per_epoch) return {principal_components(recording, epochs, options.threads, job)};
    std::vector<LinearMap> maps;
    for (const std::size_t epoch : epochs) {
        const Job part = job.part(epoch, epochs.size());
        maps.push_back(principal_components(recording, {&epochs[epoch], 1}, options.threads, part));
        if (epoch == 0) continue;
        rotate_towards(maps[epoch], recording.epoch(epoch).embeddings,
                       placed_by_map(maps[epoch - 1], recording.epoch(epoch - 1).embeddings));
        recording.release(epoch - 1);
    }
    return maps;
}

LinearMap next_map(const Recording& recording, std::span<const Point> before,
                   const PcaOptions& options, const Job& job) {
    const std::size_t epoch = options.per_epoch ? recording.epoch_count() - 1 : 0;
    LinearMap map = principal_components(recording, {&epoch, 1}, options.threads, job);
    if (options.per_epoch) rotate_towards(map, recording.epoch(epoch).embeddings, before);
    return map;
}

std::vector<std::vector<Point>> places_by(std::span<const LinearMap> maps,
                                          const Recording& recording, const std::stop_token& stop) {
    std::vector<std::vector<Point>> places(recording.epoch_count());
    for (std::size_t e = 0; e < places.size(); ++e) {
        if (stop.stop_requested()) throw Cancelled();
        const LinearMap& map = maps[maps.size() == 1 ? 0 : e];
        places[e] = placed_by_map(map, recording.epoch(e).embeddings);
        recording.release(e);
    }
    return places;
}

}  // namespace epochscope
