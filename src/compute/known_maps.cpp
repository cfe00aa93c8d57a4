#include <epochscope/compute/known_maps.h>
#include <epochscope/compute/network.h>
#include <epochscope/compute/threads.h>
#include <epochscope/model/error.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope {

namespace {

/// Rows that go through a network at once: their activations stay in a core's cache.
constexpr std::size_t rows_at_once = 128;

/// Sends rows through a network in blocks: put(row, to) writes one, take(row, from) reads its
/// output.
template <typename Put, typename Take>
void send_through(const Network& network, std::size_t rows, int threads, const Put& put,
                  const Take& take) {
    const tbb::blocked_range<std::size_t> all(0, (rows + rows_at_once - 1) / rows_at_once);
    const auto send = [&](const tbb::blocked_range<std::size_t>& blocks) {
        Network::Tape tape;
        for (std::size_t first = blocks.begin() * rows_at_once;
             first < std::min(blocks.end() * rows_at_once, rows); first += rows_at_once) {
            const std::size_t count = std::min(rows_at_once, rows - first);
            network.prepare(tape, count);
            for (std::size_t r = 0; r < count; ++r)
                put(first + r, tape.inputs() + r * padded(network.inputs()));
            network.forward(tape);
            for (std::size_t r = 0; r < count; ++r)
                take(first + r, tape.outputs() + r * padded(network.outputs()));
        }
    };
    on_threads(threads, [&] { tbb::parallel_for(all, send); });
}

/// What is computed of places that are not finite compares with nothing, and finds no neighbours.
/// Throws Error.
std::vector<Point> finite(std::vector<Point> places) {
    for (const Point place : places)
        if (!std::isfinite(place.x) || !std::isfinite(place.y))
            throw Error("map", "places samples at (", place.x, ", ", place.y,
                        "), expected finite numbers; its values are too large for the data");
    return places;
}

/// The decoder with its last layer and the head merged: from a point to logits.
std::vector<DenseLayer> with_head(const LearnedMap& map, const DenseLayer& head) {
    std::vector<DenseLayer> layers = map.decoder;
    const DenseLayer last = std::move(layers.back());
    DenseLayer& joined = layers.back();
    joined = {last.inputs, head.outputs, {}, {}};
    for (std::size_t c = 0; c < head.outputs; ++c) {
        std::vector<double> weight(last.inputs, 0);
        auto bias = static_cast<double>(head.bias[c]);
        for (std::size_t d = 0; d < head.inputs; ++d) {
            const auto of_class = static_cast<double>(head.weight[c * head.inputs + d]);
            const double scaled = of_class * static_cast<double>(map.scale);
            bias += of_class * static_cast<double>(map.middle[d]) +
                    scaled * static_cast<double>(last.bias[d]);
            for (std::size_t i = 0; i < last.inputs; ++i)
                weight[i] += scaled * static_cast<double>(last.weight[d * last.inputs + i]);
        }
        for (const double w : weight) joined.weight.push_back(static_cast<float>(w));
        joined.bias.push_back(static_cast<float>(bias));
    }
    return layers;
}

/// By a head that is not linear, some thousand points at a time: embeddings of all of them may be
/// more than memory holds.
template <typename Map>
std::vector<float> module_logits(const Map& map, const ClassifierHead& head,
                                 std::span<const Point> points, int threads) {
    constexpr std::size_t points_at_once = 1024;
    const std::size_t classes = head.class_count();
    std::vector<float> logits(points.size() * classes);
    const std::size_t blocks = (points.size() + points_at_once - 1) / points_at_once;
    on_threads(threads, [&] {
        tbb::parallel_for(std::size_t{0}, blocks, [&](std::size_t block) {
            const std::size_t first = block * points_at_once;
            const std::size_t count = std::min(points_at_once, points.size() - first);
            head.write_logits(embeddings_by(map, points.subspan(first, count), 1),
                              std::span(logits).subspan(first * classes, count * classes));
        });
    });
    return logits;
}

}  // namespace

std::vector<Point> places_by(const LinearMap& map, const Table& embeddings, int /*threads*/) {
    std::vector<Point> places;
    places.reserve(embeddings.rows());
    for (std::size_t i = 0; i < embeddings.rows(); ++i)
        places.push_back(map.place(embeddings.row(i)));
    return finite(std::move(places));
}

std::vector<float> embeddings_by(const LinearMap& map, std::span<const Point> points,
                                 int /*threads*/) {
    std::vector<float> embeddings;
    embeddings.reserve(points.size() * map.dimension());
    for (const Point point : points)
        for (const double value : map.embedding_of(point))
            embeddings.push_back(static_cast<float>(value));
    return embeddings;
}

std::vector<float> logits_by(const LinearMap& map, const Head& head, std::span<const Point> points,
                             int threads) {
    if (!head.is_linear()) return module_logits(map, *head.module(), points, threads);
    const std::vector<LogitPlane> planes = map.planes(head.linear());
    std::vector<float> logits;
    logits.reserve(points.size() * planes.size());
    for (const Point point : points)
        for (const LogitPlane& plane : planes)
            logits.push_back(static_cast<float>(plane.at(point)));
    return logits;
}

std::vector<Point> places_by(const LearnedMap& map, const Table& embeddings, int threads) {
    std::vector<Point> places(embeddings.rows());
    send_through(
        Network(map.encoder), places.size(), threads,
        [&](std::size_t row, float* to) {
            const auto from = embeddings.row(row);
            for (std::size_t d = 0; d < from.size(); ++d)
                to[d] = (from[d] - map.middle[d]) / map.scale;
        },
        [&](std::size_t row, const float* from) {
            places[row] = {from[0], from[1]};
        });
    return finite(std::move(places));
}

std::vector<float> embeddings_by(const LearnedMap& map, std::span<const Point> points,
                                 int threads) {
    const std::size_t dimension = map.dimension();
    std::vector<float> embeddings(points.size() * dimension);
    send_through(
        Network(map.decoder), points.size(), threads,
        [&](std::size_t row, float* to) {
            to[0] = points[row].x;
            to[1] = points[row].y;
        },
        [&](std::size_t row, const float* from) {
            float* to = &embeddings[row * dimension];
            for (std::size_t d = 0; d < dimension; ++d) to[d] = from[d] * map.scale + map.middle[d];
        });
    return embeddings;
}

std::vector<float> logits_by(const LearnedMap& map, const Head& head, std::span<const Point> points,
                             int threads) {
    if (!head.is_linear()) return module_logits(map, *head.module(), points, threads);
    const std::size_t classes = head.class_count();
    std::vector<float> logits(points.size() * classes);
    send_through(
        Network(with_head(map, head.linear())), points.size(), threads,
        [&](std::size_t row, float* to) {
            to[0] = points[row].x;
            to[1] = points[row].y;
        },
        [&](std::size_t row, const float* from) {
            std::copy_n(from, classes, &logits[row * classes]);
        });
    return logits;
}

}  // namespace epochscope
