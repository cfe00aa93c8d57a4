#include "projection/cross_forces.h"

#include "projection/attraction.h"

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/compute/random.h>
#include <epochscope/compute/threads.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace epochscope {

namespace {

/// Shares of each query's nearest points, a row for each query.
struct Shares {
    NearestPoints nearest;
    std::vector<double> values;
};

Shares shares_of(const Table& queries, const Table& points, double perplexity, int threads,
                 const Job& job) {
    const auto wanted = static_cast<std::size_t>(3 * perplexity);
    Shares shares{
        nearest_points(
            queries, points,
            {.count = std::clamp(wanted, std::size_t{1}, points.rows()), .threads = threads}, job),
        {}};
    const std::size_t width = shares.nearest.count;
    shares.values.resize(shares.nearest.points.size());
    on_threads(threads, [&] {
        tbb::parallel_for(std::size_t{0}, queries.rows(), [&](std::size_t i) {
            fill_shares(shares.nearest.distances_of(i),
                        std::min(perplexity, static_cast<double>(width)),
                        std::span(shares.values).subspan(i * width, width));
        });
    });
    return shares;
}

/// The mean of a matrix and the transpose of another, over the number of rows.
Affinities joined(const Shares& own, const Shares& others, std::size_t count) {
    using Entry = std::pair<std::int32_t, double>;
    std::vector<std::vector<Entry>> rows(count);
    const double factor = 0.5 / static_cast<double>(count);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t n = 0; n < own.nearest.count; ++n)
            rows[i].emplace_back(own.nearest.of(i)[n],
                                 factor * own.values[i * own.nearest.count + n]);
        for (std::size_t n = 0; n < others.nearest.count; ++n)
            rows[static_cast<std::size_t>(others.nearest.of(i)[n])].emplace_back(
                static_cast<std::int32_t>(i), factor * others.values[i * others.nearest.count + n]);
    }
    Affinities made{{0}, {}, {}, 0};
    for (auto& row : rows) {
        std::ranges::sort(row);
        for (std::size_t k = 0; k < row.size(); ++k) {
            if (k > 0 && row[k].first == row[k - 1].first) {
                made.values.back() += row[k].second;
                continue;
            }
            made.neighbours.push_back(row[k].first);
            made.values.push_back(row[k].second);
        }
        made.offsets.push_back(made.values.size());
    }
    return made;
}

}  // namespace

CrossAffinities cross_affinities(const Table& epoch, const Table& other, double perplexity,
                                 int threads, const Job& job) {
    const std::size_t count = epoch.rows();
    const double had = std::max(
        1.0, std::min({perplexity, most_cross_perplexity, static_cast<double>(count) / 3}));
    const Shares there = shares_of(epoch, other, had, threads, job.part(0, 0.5));
    const Shares back = shares_of(other, epoch, had, threads, job.part(0.5, 1));
    CrossAffinities made{joined(there, back, count), joined(back, there, count)};
    made.there.perplexity = made.back.perplexity = had;
    return made;
}

std::vector<EpochPair> pairs_held_together(std::size_t epochs, std::size_t held,
                                           std::uint64_t seed) {
    std::vector<EpochPair> pairs;
    const auto add = [&](std::size_t a, std::size_t b) {
        pairs.push_back({std::min(a, b), std::max(a, b)});
    };
    if (held > 0) {
        const std::size_t count = std::min(most_other_epochs, held);
        for (std::size_t part = 1; part <= count; ++part) add(part * held / count - 1, held);
        return pairs;
    }
    RandomGenerator random(mixed_seed(seed, {epochs}));
    const std::size_t longest = epochs / 2;
    // Before and after each.
    const std::size_t count = std::min(most_other_epochs / 2, longest);
    for (std::size_t part = 0; part < count; ++part) {
        const std::size_t first = part * longest / count;
        const std::size_t shift = 1 + first + random.below((part + 1) * longest / count - first);
        for (std::size_t e = 0; e < epochs; ++e) add(e, (e + shift) % epochs);
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

struct CrossForces::Epoch {
    struct Other {
        std::size_t epoch;
        Attraction<float> attraction;
    };

    [[nodiscard]] const Other& at(std::size_t iteration) const {
        return others[iteration % others.size()];
    }

    /// Pushes away from the bodies. Returns the sum of weights.
    double push() {
        const std::size_t room = padded_to_lanes(own.x.size());
        pushed_x.resize(room);
        pushed_y.resize(room);
        weights.resize(room);
        for (std::size_t first = 0; first < room; first += force_lanes)
            kernels.push(&own.x[first], &own.y[first],
                         {bodies_x.data(), bodies_y.data(), masses.data(), masses.size()},
                         {&pushed_x[first], &pushed_y[first], &weights[first]});
        double sum = 0;
        for (std::size_t i = 0; i < count; ++i) sum += static_cast<double>(weights[i]);
        return sum;
    }

    std::vector<Other> others;
    ForceKernels<float> kernels = force_kernels<float>();
    std::size_t count = 0;
    LanePlaces<float> own;
    LanePlaces<float> there;
    std::vector<float> bodies_x;
    std::vector<float> bodies_y;
    std::vector<float> masses;
    std::vector<float> pushed_x;
    std::vector<float> pushed_y;
    std::vector<float> weights;
};

CrossForces::CrossForces(std::span<const Table> epochs, std::size_t held,
                         const SpacetimeOptions& options, const Job& job)
    : order_(epochs.front().rows()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    RandomGenerator(options.seed).shuffle(std::span(order_));
    for (std::size_t e = held; e < epochs.size(); ++e) epochs_.push_back(std::make_unique<Epoch>());
    const std::vector<EpochPair> pairs = pairs_held_together(epochs.size(), held, options.seed);
    for (std::size_t p = 0; p < pairs.size(); ++p) {
        const auto [earlier, later] = pairs[p];
        const CrossAffinities made =
            cross_affinities(epochs[earlier], epochs[later], options.perplexity, options.threads,
                             job.part(p, pairs.size()));
        if (earlier >= held)
            epochs_[earlier - held]->others.push_back({later, Attraction<float>(made.there, 1)});
        epochs_[later - held]->others.push_back({earlier, Attraction<float>(made.back, 1)});
    }
}

CrossForces::~CrossForces() = default;

void CrossForces::prepare(std::span<const Layout> layouts) {
    const std::size_t count = std::min(most_pushing, order_.size());
    const float mass = static_cast<float>(order_.size()) / static_cast<float>(count);
    for (const auto& epoch : epochs_) {
        if (epoch->others.empty()) continue;
        const Layout& there = layouts[epoch->at(iteration_).epoch];
        epoch->there.take(there);
        epoch->masses.assign(count, mass);
        epoch->bodies_x.clear();
        epoch->bodies_y.clear();
        // The next window only when each other epoch has had its turn.
        const std::size_t window = iteration_ / epoch->others.size();
        for (std::size_t k = 0; k < count; ++k) {
            const std::size_t j = order_[(window * count + k) % order_.size()];
            epoch->bodies_x.push_back(epoch->there.x[j]);
            epoch->bodies_y.push_back(epoch->there.y[j]);
        }
    }
    ++iteration_;
}

void CrossForces::add_gradient(std::size_t moving, const Layout& layout, double weight,
                               Layout& gradient) {
    Epoch& epoch = *epochs_[moving];
    if (epoch.others.empty()) return;
    epoch.own.take(layout);
    epoch.count = layout.size();
    const double weight_sum = epoch.push();
    if (!(weight_sum > 0)) return;
    const double push = 4 * weight / weight_sum;
    for (std::size_t i = 0; i < epoch.count; ++i) {
        gradient.x[i] -= push * static_cast<double>(epoch.pushed_x[i]);
        gradient.y[i] -= push * static_cast<double>(epoch.pushed_y[i]);
    }
    epoch.at(iteration_ - 1).attraction.add_to(gradient, epoch.own, epoch.there, 4 * weight);
}

}  // namespace epochscope
