#include <epochscope/analysis/learned_map.h>
#include <epochscope/compute/network.h>
#include <epochscope/compute/threads.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <utility>

namespace epochscope {

namespace {

/// How many rows go through a network at once: what they become stays in a core's cache.
constexpr std::size_t rows_at_once = 128;

/// Sends rows through a network, some at a time: put(row, to) writes one, take(row, from) reads
/// what became of it.
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

/// The decoder with its last layer and the head as one: from a place to logits.
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

/// By a head that can only be asked, some thousand places at a time: embeddings of all of them may
/// be more than memory holds.
std::vector<float> asked_logits(const LearnedMap& map, const ClassifierHead& head,
                                std::span<const Point> places, int threads) {
    constexpr std::size_t places_at_once = 1024;
    const std::size_t classes = head.class_count();
    std::vector<float> logits(places.size() * classes);
    const std::size_t blocks = (places.size() + places_at_once - 1) / places_at_once;
    on_threads(threads, [&] {
        tbb::parallel_for(std::size_t{0}, blocks, [&](std::size_t block) {
            const std::size_t first = block * places_at_once;
            const std::size_t count = std::min(places_at_once, places.size() - first);
            head.write_logits(embeddings_by(map, places.subspan(first, count), 1),
                              std::span(logits).subspan(first * classes, count * classes));
        });
    });
    return logits;
}

}  // namespace

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
    return places;
}

std::vector<float> embeddings_by(const LearnedMap& map, std::span<const Point> places,
                                 int threads) {
    const std::size_t dimension = map.dimension();
    std::vector<float> embeddings(places.size() * dimension);
    send_through(
        Network(map.decoder), places.size(), threads,
        [&](std::size_t row, float* to) {
            to[0] = places[row].x;
            to[1] = places[row].y;
        },
        [&](std::size_t row, const float* from) {
            float* to = &embeddings[row * dimension];
            for (std::size_t d = 0; d < dimension; ++d) to[d] = from[d] * map.scale + map.middle[d];
        });
    return embeddings;
}

std::vector<float> logits_by(const LearnedMap& map, const Head& head, std::span<const Point> places,
                             int threads) {
    if (!head.is_linear()) return asked_logits(map, *head.module(), places, threads);
    const std::size_t classes = head.class_count();
    std::vector<float> logits(places.size() * classes);
    send_through(
        Network(with_head(map, head.linear())), places.size(), threads,
        [&](std::size_t row, float* to) {
            to[0] = places[row].x;
            to[1] = places[row].y;
        },
        [&](std::size_t row, const float* from) {
            std::copy_n(from, classes, &logits[row * classes]);
        });
    return logits;
}

}  // namespace epochscope
