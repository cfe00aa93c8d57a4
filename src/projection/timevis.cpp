#include "projection/checkpoint_keeper.h"
#include "projection/cover.h"
#include "projection/edge_training.h"
#include "projection/intrinsic_dimension.h"
#include "projection/map_complex.h"
#include "projection/temporal_complex.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/compute/random.h>
#include <epochscope/compute/threads.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/timevis.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace epochscope {

namespace {

/// Shares of the work.
constexpr double complex_share = 0.1;
constexpr double training_share = 0.98;

std::vector<std::size_t> counted(std::size_t count) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

/// Goes through the recording from the last epoch to the first.
class Landmarks {
  public:
    Landmarks(const Recording& recording, const TimevisOptions& options)
        : recording_(recording), options_(options), centres_(first_centres()) {}

    /// Those of an epoch, in order: those of the epoch after it and more.
    std::vector<std::size_t> at(std::size_t epoch, const std::stop_token& stop) {
        if (options_.landmark_radius <= 0) return counted(recording_.sample_count());
        const Table& rows = recording_.epoch(epoch).embeddings;
        const Spread spread{longest_of(rows), dimension_of(rows, stop)};
        if (epoch + 1 == recording_.epoch_count()) reference_ = spread;
        // In units of the longest.
        const double radius =
            radius_at(spread, reference_, options_.landmark_radius, options_.alpha, options_.beta) *
            spread.length;
        centres_ = covering(rows, std::move(centres_), radius,
                            options_.public_code ? 1 : options_.landmark_coverage, stop);
        std::vector<std::size_t> sorted = centres_;
        std::ranges::sort(sorted);
        return sorted;
    }

  private:
    [[nodiscard]] std::vector<std::size_t> first_centres() const {
        std::vector<std::size_t> samples = counted(recording_.sample_count());
        const std::size_t count =
            first_landmarks(samples.size(), static_cast<std::size_t>(options_.first_landmarks));
        RandomGenerator draw(options_.seed);
        for (std::size_t i = 0; i < count; ++i)
            std::swap(samples[i], samples[i + draw.below(samples.size() - i)]);
        samples.resize(count);
        return samples;
    }

    [[nodiscard]] double dimension_of(const Table& rows, const std::stop_token& stop) const {
        if (options_.beta == 0 || rows.rows() < 3) return 0;
        return intrinsic_dimension(nearest_others(rows, {.count = 2, .threads = options_.threads},
                                                  {.progress = {}, .stop = stop}));
    }

    const Recording& recording_;
    const TimevisOptions& options_;
    std::vector<std::size_t> centres_;
    Spread reference_;
};

MapComplex::Options complex_options(const TimevisOptions& options) {
    return {.neighbours = static_cast<std::size_t>(options.graph_neighbours),
            .spatial_draws = options.spatial_draws,
            .boundary_draws = options.boundary_draws,
            .itself = options.public_code,
            .seed = options.seed,
            .threads = options.threads};
}

/// The work, in a TBB arena.
class Timevis {
  public:
    Timevis(const Recording& recording, const TimevisOptions& options, const Job& job,
            const std::function<void(const TimevisStatus&)>& watch,
            const Checkpointing& checkpointing)
        : recording_(recording),
          options_(options),
          job_(job),
          watch_(watch),
          keeper_(checkpointing, recording, options),
          complex_(recording, complex_options(options), warnings_),
          journeys_(recording.sample_count()) {
        result_.landmarks.resize(recording.epoch_count());
    }

    TimevisResult made() {
        keeper_.guard([this] { make(); });
        return std::move(result_);
    }

  private:
    void make() {
        gather();
        join_epochs();
        learn();
        for (std::size_t e = 0; e < recording_.epoch_count(); ++e) {
            job_.reached(training_share);
            result_.places.push_back(
                places_by(result_.map, recording_.epoch(e).embeddings, options_.threads));
            recording_.release(e);
        }
        result_.warnings = warnings_.sentences();
        if (!remark_.empty()) result_.warnings.push_back(std::move(remark_));
        if (result_.passes.empty())
            result_.warnings.emplace_back(
                "the map is as it was drawn, since no two points belong together");
    }

    void gather() {
        Landmarks landmarks(recording_, options_);
        const std::size_t epochs = recording_.epoch_count();
        for (std::size_t e = epochs; e-- > 0;) {
            job_.reached(complex_share * static_cast<double>(epochs - 1 - e) /
                         static_cast<double>(epochs));
            check_values(recording_, e);
            const std::vector<std::size_t> samples = landmarks.at(e, job_.stop);
            complex_.add_epoch(e, samples, job_.stop);
            for (std::size_t i = 0; i < samples.size(); ++i) {
                journeys_[samples[i]].epochs.push_back(e);
                journeys_[samples[i]].points.push_back(complex_.first_point() +
                                                       static_cast<std::uint32_t>(i));
            }
            result_.landmarks[e] = samples.size();
            if (e + 1 < epochs) recording_.release(e);
        }
    }

    /// Joins each sample to itself at other epochs.
    void join_epochs() {
        std::vector<std::vector<WeightedEdge>> of_samples(journeys_.size());
        const Table points = complex_.points().table();
        tbb::parallel_for(std::size_t{0}, journeys_.size(), [&](std::size_t i) {
            std::ranges::reverse(journeys_[i].epochs);
            std::ranges::reverse(journeys_[i].points);
            of_samples[i] = fuzzy_union(
                temporal_edges(journeys_[i], points, complex_.reaches(),
                               static_cast<std::size_t>(options_.graph_neighbours),
                               static_cast<std::size_t>(options_.temporal_window),
                               options_.public_code ? NearEpochs::by_rank : NearEpochs::nearest));
        });
        std::vector<WeightedEdge> edges;
        for (const auto& some : of_samples) edges.insert(edges.end(), some.begin(), some.end());
        complex_.add_edges(std::move(edges), options_.temporal_draws);
    }

    void learn() {
        TrainingPoints& points = complex_.points();
        const Normalisation by = options_.public_code
                                     ? Normalisation{std::vector<float>(points.dimension), 1}
                                     : normalisation_of(points.table());
        normalise(points.rows, by);
        const std::vector<std::size_t> widths = widths_of(points.dimension, options_.training);
        Autoencoder autoencoder(widths, options_.seed);
        const EdgeSampler sampler(complex_.take_edges());
        EdgeTraining learning(autoencoder, points, sampler, options_.training, options_.seed,
                              "timevis, ");
        learning.judge_by([&] {
            std::string fault = complex_.check().fault(
                autoencoder, points, by, options_.training.reconstruction_weight, options_.threads);
            if (learning.has_gone_far()) return fault;
            learning.doubt(std::move(fault));
            return std::string();
        });
        result_.passes = keeper_.run(learning, job_.part(complex_share, training_share),
                                     [&](const TrainingPass& pass) {
                                         if (watch_)
                                             show(pass, autoencoder.map(by.middle, by.scale));
                                     });
        result_.map = autoencoder.map(by.middle, by.scale);
        remark_ = learning.remark();
    }

    void show(const TrainingPass& pass, const LearnedMap& map) const {
        const std::size_t last = recording_.epoch_count() - 1;
        const std::vector<Point> places =
            places_by(map, recording_.epoch(last).embeddings, options_.threads);
        watch_({.pass = pass, .epoch = last, .places = places});
    }

    const Recording& recording_;
    const TimevisOptions& options_;
    const Job& job_;
    const std::function<void(const TimevisStatus&)>& watch_;
    CheckpointKeeper keeper_;
    EpochWarnings warnings_;
    std::string remark_;
    MapComplex complex_;
    std::vector<Journey> journeys_;
    TimevisResult result_;
};

}  // namespace

TimevisResult timevis(const Recording& recording, const TimevisOptions& options, const Job& job,
                      const std::function<void(const TimevisStatus&)>& watch,
                      const Checkpointing& checkpointing) {
    check_options(options);
    if (options.temporal_window % 2 != 0)
        throw Error("temporal-window", "is ", options.temporal_window,
                    ", expected an even number of epochs: half of them before and half after");
    TimevisResult result;
    on_threads(options.threads,
               [&] { result = Timevis(recording, options, job, watch, checkpointing).made(); });
    return result;
}

}  // namespace epochscope
