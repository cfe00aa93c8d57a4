#include "projection/checkpoint_keeper.h"
#include "projection/edge_training.h"
#include "projection/map_complex.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/compute/threads.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/dvi.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace epochscope {

double share_that_stayed(std::span<const std::int32_t> before, std::span<const std::int32_t> now,
                         std::size_t count) {
    std::size_t stayed = 0;
    for (std::size_t first = 0; first < now.size(); first += count)
        for (const std::int32_t neighbour : before.subspan(first, count))
            stayed +=
                static_cast<std::size_t>(std::ranges::count(now.subspan(first, count), neighbour));
    return now.empty() ? 0 : static_cast<double>(stayed) / static_cast<double>(now.size());
}

namespace {

/// The share of an epoch's work that its complex is, about.
constexpr double complex_share = 0.05;

/// The work, in a TBB arena.
class Dvi {
  public:
    Dvi(const Recording& recording, const DviOptions& options, const Job& job,
        const std::function<void(const DviStatus&)>& watch, const Checkpointing& checkpointing)
        : recording_(recording),
          options_(options),
          job_(job),
          watch_(watch),
          keeper_(checkpointing, recording, options),
          samples_(recording.sample_count()),
          autoencoder_(widths_of(recording.dimension(), options.training), options.seed) {
        std::iota(samples_.begin(), samples_.end(), std::size_t{0});
    }

    DviResult made() {
        keeper_.guard([this] { make(); });
        return std::move(result_);
    }

  private:
    void make() {
        if (keeper_.from() != nullptr) take_up(*keeper_.from());
        for (std::size_t e = result_.maps.size(); e < recording_.epoch_count(); ++e) {
            check_values(recording_, e);
            learn(e, job_.part(e, recording_.epoch_count()));
            recording_.release(e);
        }
        result_.warnings = warnings_.sentences();
    }

    [[nodiscard]] MapComplex::Options complex_options() const {
        return {.neighbours = static_cast<std::size_t>(options_.graph_neighbours),
                .spatial_draws = options_.spatial_draws,
                .boundary_draws = options_.boundary_draws,
                .itself = options_.public_code,
                .seed = options_.seed,
                .threads = options_.threads};
    }

    /// The epochs that are done, as they were when they were left.
    void take_up(const TrainingCheckpoint& from) {
        if (from.maps.size() >= recording_.epoch_count() || from.passes.size() > from.maps.size())
            throw Error("checkpoint", "is of ", from.maps.size(), " epochs and ",
                        from.passes.size(), " passes, expected fewer epochs than ",
                        recording_.epoch_count(), " and a pass of each");
        for (const LearnedMap& map : from.maps) {
            if (Autoencoder(map).encoder.parameters().size() !=
                    autoencoder_.encoder.parameters().size() ||
                map.dimension() != recording_.dimension())
                throw Error("checkpoint", "has maps of other layers than they are asked for");
            const std::size_t epoch = result_.maps.size();
            result_.maps.push_back(map);
            result_.places.push_back(
                places_by(map, recording_.epoch(epoch).embeddings, options_.threads));
            recording_.release(epoch);
        }
        result_.passes = from.passes;
        warnings_.add(from.warnings);
        if (from.maps.empty()) return;
        autoencoder_ = Autoencoder(from.maps.back());
        // Who was near whom at the epoch before says how strongly the next one is held.
        EpochWarnings said;
        MapComplex complex(recording_, complex_options(), said);
        complex.add_epoch(from.maps.size() - 1, samples_, job_.stop);
        nearest_ = complex.nearest();
    }

    void learn(std::size_t epoch, const Job& job) {
        job.reached(0);
        MapComplex complex(recording_, complex_options(), warnings_);
        complex.add_epoch(epoch, samples_, job.stop);
        TrainingPoints& points = complex.points();
        const Normalisation by = options_.public_code
                                     ? Normalisation{std::vector<float>(points.dimension), 1}
                                     : normalisation_of(points.table());
        normalise(points.rows, by);
        // A map would forget what it knows where there is nothing to tell apart.
        const bool are_alike = points.are_alike();
        const EdgeSampler sampler(are_alike ? std::vector<WeightedEdge>{} : complex.take_edges());
        const std::int64_t number = recording_.epoch(epoch).number;
        EdgeTraining learning(autoencoder_, points, sampler, options_.training,
                              options_.seed + epoch,
                              "dvi, epoch \"" + std::to_string(number) + "\", ");
        if (epoch > 0) learning.hold(anchor(complex.nearest()));
        learning.judge_by([&] {
            std::string fault =
                complex.check().fault(autoencoder_, points, by,
                                      options_.training.reconstruction_weight, options_.threads);
            if (learning.has_gone_far()) return fault;
            learning.doubt(std::move(fault));
            return std::string();
        });
        const auto passes =
            keeper_.run(learning, job.part(complex_share, 1), [&](const TrainingPass& pass) {
                if (!watch_) return;
                const std::vector<Point> places = places_at(epoch, by);
                watch_({.pass = pass, .epoch = epoch, .places = places});
            });
        if (const std::string said = learning.remark(); !said.empty()) warnings_.add(said, number);
        if (!passes.empty()) result_.passes.push_back(passes.back());
        result_.places.push_back(places_at(epoch, by));
        result_.maps.push_back(autoencoder_.map(by.middle, by.scale));
        if (passes.empty())
            warnings_.add(are_alike
                              ? "nothing was learned, since all samples are alike"
                              : "the map is as it was drawn, since no two points belong together",
                          number);
        nearest_ = complex.nearest();
        TrainingCheckpoint& done = keeper_.done();
        done.maps = result_.maps;
        done.passes = result_.passes;
        done.warnings = warnings_.warnings();
        done.training.reset();
    }

    /// What holds the map where the epoch before left it.
    [[nodiscard]] Anchor anchor(const NearestPoints& nearest) const {
        const auto copied = [](const Network& network) {
            const auto parameters = network.parameters();
            return std::vector<float>(parameters.begin(), parameters.end());
        };
        return {copied(autoencoder_.encoder), copied(autoencoder_.decoder),
                options_.anchor_weight *
                    share_that_stayed(nearest_.points, nearest.points, nearest.count)};
    }

    [[nodiscard]] std::vector<Point> places_at(std::size_t epoch, const Normalisation& by) const {
        return places_by(autoencoder_.map(by.middle, by.scale), recording_.epoch(epoch).embeddings,
                         options_.threads);
    }

    const Recording& recording_;
    const DviOptions& options_;
    const Job& job_;
    const std::function<void(const DviStatus&)>& watch_;
    CheckpointKeeper keeper_;
    std::vector<std::size_t> samples_;
    Autoencoder autoencoder_;
    NearestPoints nearest_;
    EpochWarnings warnings_;
    DviResult result_;
};

}  // namespace

DviResult dvi(const Recording& recording, const DviOptions& options, const Job& job,
              const std::function<void(const DviStatus&)>& watch,
              const Checkpointing& checkpointing) {
    check_options(options);
    DviResult result;
    on_threads(options.threads,
               [&] { result = Dvi(recording, options, job, watch, checkpointing).made(); });
    return result;
}

}  // namespace epochscope
