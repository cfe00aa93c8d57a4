#include "projection/place_learning.h"

#include "projection/autoencoder.h"
#include "projection/decision_loss.h"

#include <epochscope/analysis/heads.h>
#include <epochscope/compute/network.h>
#include <epochscope/compute/random.h>
#include <epochscope/compute/shared_progress.h>
#include <epochscope/compute/threads.h>
#include <epochscope/model/error.h>

#include <oneapi/tbb/parallel_for_each.h>
#include <oneapi/tbb/parallel_invoke.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>
#include <string>
#include <utility>

namespace epochscope {

namespace {

constexpr double last_rate_share = 0.01;

double squared(float value) { return static_cast<double>(value) * static_cast<double>(value); }

/// Rows and places as networks take them: around 0, with a standard deviation of about 1.
struct Normalised {
    std::vector<float> middle;
    float scale = 1;
    Point centre;
    float extent = 1;
};

Normalised normalise(const Table& rows, std::span<const Point> places) {
    const auto count = static_cast<double>(rows.rows());
    std::vector<double> mean(rows.columns, 0);
    double x = 0;
    double y = 0;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        for (std::size_t d = 0; d < rows.columns; ++d)
            mean[d] += static_cast<double>(rows.row(i)[d]) / count;
        x += static_cast<double>(places[i].x) / count;
        y += static_cast<double>(places[i].y) / count;
    }
    double squares = 0;
    double plane = 0;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        for (std::size_t d = 0; d < rows.columns; ++d) {
            const double off = static_cast<double>(rows.row(i)[d]) - mean[d];
            squares += off * off;
        }
        const double dx = static_cast<double>(places[i].x) - x;
        const double dy = static_cast<double>(places[i].y) - y;
        plane += dx * dx + dy * dy;
    }
    const double deviation = std::sqrt(squares / count / static_cast<double>(rows.columns));
    const double spread = std::sqrt(plane / count / 2);
    Normalised made;
    made.middle.assign(mean.begin(), mean.end());
    made.scale = deviation > 0 ? static_cast<float>(deviation) : 1.0F;
    made.centre = {static_cast<float>(x), static_cast<float>(y)};
    made.extent = spread > 0 ? static_cast<float>(spread) : 1.0F;
    return made;
}

/// One network on its way through batches of samples.
struct Learner {
    Network network;
    Adam adam;
    Network::Tape tape;
    std::vector<float> gradient;

    Learner(std::span<const std::size_t> widths, std::uint64_t seed, std::size_t batch)
        : network(widths, seed), gradient(network.parameters().size()) {
        network.prepare(tape, batch);
    }

    /// The sum of what `slope` gave, row by row; `add` then adds to the slopes of all of them.
    template <typename Fill, typename Slope, typename Add>
    double step(std::span<const std::size_t> samples, double rate, const Fill& fill,
                const Slope& slope, const Add& add) {
        tape.rows = samples.size();
        const std::size_t in = padded(network.inputs());
        const std::size_t out = padded(network.outputs());
        for (std::size_t r = 0; r < samples.size(); ++r) fill(samples[r], tape.inputs() + r * in);
        network.forward(tape);
        std::fill_n(tape.slopes.begin(), samples.size() * out, 0.0F);
        double loss = 0;
        for (std::size_t r = 0; r < samples.size(); ++r)
            loss += slope(samples[r], tape.outputs() + r * out, tape.slopes.data() + r * out);
        add(tape.outputs(), out, tape.slopes.data());
        std::fill(gradient.begin(), gradient.end(), 0.0F);
        network.backward(tape, gradient, false);
        adam.step(network, gradient, static_cast<float>(rate));
        return loss;
    }
};

/// Goes through what is learned in batches, each pass in another order.
class Passes {
  public:
    Passes(std::size_t count, const PlaceLearning& options)
        : options_(options), order_(count), random_(options.seed) {
        std::iota(order_.begin(), order_.end(), std::size_t{0});
    }

    /// The sum of what teach(batch, rate) gives.
    template <typename Teach>
    double run(int pass, const Teach& teach) {
        random_.shuffle(std::span(order_));
        double loss = 0;
        for (std::size_t first = 0; first < order_.size(); first += options_.batch) {
            const double share = static_cast<double>(first) / static_cast<double>(order_.size());
            loss += teach(std::span<const std::size_t>(order_).subspan(
                              first, std::min(options_.batch, order_.size() - first)),
                          rate_at((pass + share) / options_.passes));
        }
        return loss;
    }

  private:
    [[nodiscard]] double rate_at(double done) const {
        const double wave = 0.5 * (1 + std::cos(std::numbers::pi * done));
        return options_.rate * (last_rate_share + (1 - last_rate_share) * wave);
    }

    const PlaceLearning& options_;
    std::vector<std::size_t> order_;
    RandomGenerator random_;
};

/// One epoch's map.
class EpochLearning {
  public:
    EpochLearning(const Table& rows, std::span<const Point> places, Head head,
                  const PlaceLearning& options, const std::stop_token& stop)
        : rows_(rows),
          places_(places),
          options_(options),
          stop_(stop),
          normalised_(normalise(rows, places)),
          boundary_(boundary_of(head)),
          decisions_(std::move(head), normalised_.middle, normalised_.scale, rows) {}

    /// Tells `progress` of each pass of either network. Throws Error where a loss is no number any
    /// more.
    LearnedMap learn(SharedProgress& progress, std::int64_t epoch) {
        const std::size_t dimension = rows_.columns;
        const std::size_t width = options_.width;
        Learner encoder(std::vector<std::size_t>{dimension, width, width, 2}, options_.seed,
                        options_.batch);
        Learner decoder(std::vector<std::size_t>{2, width, width, dimension}, options_.seed + 1,
                        options_.batch);
        // The pass whose loss is no number any more, or the number of passes.
        const auto train = [&](std::size_t count, const auto& teach) {
            Passes passes(count, options_);
            for (int pass = 0; pass < options_.passes; ++pass) {
                const double loss =
                    passes.run(pass, [&](std::span<const std::size_t> batch, double rate) {
                        end_if_stopped(stop_);
                        return teach(batch, rate);
                    });
                if (!std::isfinite(loss)) return pass;
                progress.done_one();
            }
            return options_.passes;
        };
        // Neither needs the other.
        int encoded = 0;
        int decoded = 0;
        tbb::parallel_invoke(
            [&] {
                encoded = train(rows_.rows() + boundary_.count(), [&](auto batch, double rate) {
                    return teach_places(encoder, batch, rate);
                });
            },
            [&] {
                decoded = train(rows_.rows(), [&](auto batch, double rate) {
                    return teach_rows(decoder, batch, rate);
                });
            });
        const int pass = std::min(encoded, decoded);
        if (pass < options_.passes)
            throw Error(
                "map of epoch \"" + std::to_string(epoch) + "\", pass " + std::to_string(pass + 1),
                "the loss is no number any more; embeddings may be too large");
        return map_of(encoder.network, decoder.network);
    }

  private:
    [[nodiscard]] PlacedBoundary boundary_of(const Head& head) const {
        if (!head.is_known() || options_.boundary.points == 0) return {};
        BoundaryPlacing placing = options_.boundary;
        placing.seed = options_.seed;
        return place_boundary(rows_, places_, head, placing, stop_);
    }

    /// What the encoder learns: first of the samples, then of the boundary.
    [[nodiscard]] Point place(std::size_t i) const {
        const Point at = i < places_.size() ? places_[i] : boundary_.places[i - places_.size()];
        return {(at.x - normalised_.centre.x) / normalised_.extent,
                (at.y - normalised_.centre.y) / normalised_.extent};
    }
    [[nodiscard]] std::span<const float> row(std::size_t i) const {
        if (i < rows_.rows()) return rows_.row(i);
        return std::span(boundary_.rows).subspan((i - rows_.rows()) * rows_.columns, rows_.columns);
    }
    void write_row(std::size_t i, float* values) const {
        const std::span<const float> from = row(i);
        for (std::size_t d = 0; d < from.size(); ++d)
            values[d] = (from[d] - normalised_.middle[d]) / normalised_.scale;
    }

    /// The squared error of places, summed up.
    double teach_places(Learner& encoder, std::span<const std::size_t> batch, double rate) const {
        const auto each = 1 / static_cast<float>(batch.size());
        return encoder.step(
            batch, rate, [&](std::size_t i, float* values) { write_row(i, values); },
            [&](std::size_t i, const float* out, float* slopes) {
                const Point at = place(i);
                slopes[0] = 2 * each * (out[0] - at.x);
                slopes[1] = 2 * each * (out[1] - at.y);
                return squared(out[0] - at.x) + squared(out[1] - at.y);
            },
            [](const float*, std::size_t, float*) {});
    }

    /// The squared error of what comes back from places, summed up.
    double teach_rows(Learner& decoder, std::span<const std::size_t> batch, double rate) const {
        const std::size_t dimension = rows_.columns;
        const auto each = 1 / static_cast<float>(batch.size());
        std::vector<float> wanted(dimension);
        return decoder.step(
            batch, rate,
            [&](std::size_t i, float* values) {
                const Point at = place(i);
                values[0] = at.x;
                values[1] = at.y;
            },
            [&](std::size_t i, const float* out, float* slopes) {
                const float factor = 2 * each / static_cast<float>(dimension);
                write_row(i, wanted.data());
                double off = 0;
                for (std::size_t d = 0; d < dimension; ++d) {
                    slopes[d] = factor * (out[d] - wanted[d]);
                    off += squared(out[d] - wanted[d]);
                }
                return off;
            },
            [&](const float* out, std::size_t stride, float* slopes) {
                decisions_.add(batch, out, stride, static_cast<float>(options_.decision) * each,
                               slopes);
            });
    }

    /// With places as they are.
    [[nodiscard]] LearnedMap map_of(const Network& encoder, const Network& decoder) const {
        LearnedMap map{normalised_.middle, normalised_.scale, encoder.layers(), decoder.layers()};
        const float extent = normalised_.extent;
        const std::array<float, 2> centre{normalised_.centre.x, normalised_.centre.y};
        DenseLayer& last = map.encoder.back();
        for (float& weight : last.weight) weight *= extent;
        for (std::size_t axis = 0; axis < 2; ++axis)
            last.bias[axis] = last.bias[axis] * extent + centre[axis];
        DenseLayer& first = map.decoder.front();
        for (std::size_t o = 0; o < first.outputs; ++o)
            for (std::size_t axis = 0; axis < 2; ++axis) {
                first.weight[o * 2 + axis] /= extent;
                first.bias[o] -= first.weight[o * 2 + axis] * centre[axis];
            }
        return map;
    }

    const Table& rows_;
    std::span<const Point> places_;
    const PlaceLearning& options_;
    const std::stop_token& stop_;
    Normalised normalised_;
    PlacedBoundary boundary_;
    DecisionLoss decisions_;
};

void put(Parcel& parcel, const std::vector<DenseLayer>& layers) {
    parcel.put_one(layers.size());
    for (const DenseLayer& layer : layers) {
        parcel.put_one(layer.inputs);
        parcel.put_one(layer.outputs);
        parcel.put(layer.weight);
        parcel.put(layer.bias);
    }
}

std::vector<DenseLayer> layers_from(Parcel& parcel) {
    std::vector<DenseLayer> layers(parcel.take_one<std::size_t>());
    for (DenseLayer& layer : layers) {
        layer.inputs = parcel.take_one<std::size_t>();
        layer.outputs = parcel.take_one<std::size_t>();
        layer.weight = parcel.take<float>();
        layer.bias = parcel.take<float>();
    }
    return layers;
}

Parcel parcel_of(const LearnedMap& map) {
    Parcel parcel;
    parcel.put(map.middle);
    parcel.put_one(map.scale);
    put(parcel, map.encoder);
    put(parcel, map.decoder);
    return parcel;
}

LearnedMap map_from(Parcel& parcel) {
    LearnedMap map;
    map.middle = parcel.take<float>();
    map.scale = parcel.take_one<float>();
    map.encoder = layers_from(parcel);
    map.decoder = layers_from(parcel);
    return map;
}

}  // namespace

std::vector<LearnedMap> learn_places(const Recording& recording, std::span<const Table> rows,
                                     std::span<const std::vector<Point>> places,
                                     const PlaceLearning& options, const Job& job,
                                     const Team& team) {
    std::vector<LearnedMap> maps(rows.size());
    const std::vector<std::size_t> own = team.own(rows.size());
    SharedProgress progress(job, 2 * own.size() * static_cast<std::size_t>(options.passes));
    on_threads(options.threads, [&] {
        tbb::parallel_for_each(own, [&](std::size_t e) {
            Head head = find_head(recording, e, 1).head;
            maps[e] = EpochLearning(rows[e], places[e], std::move(head), options, job.stop)
                          .learn(progress, recording.epoch(e).number);
        });
    });
    team.share_out_to_all(
        maps.size(), [&](std::size_t e) { return parcel_of(maps[e]); },
        [&](std::size_t e, Parcel& made) { maps[e] = map_from(made); });
    job.reached(1);
    return maps;
}

}  // namespace epochscope
