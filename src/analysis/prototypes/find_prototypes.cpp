#include "analysis/prototypes/features.h"
#include "analysis/prototypes/place.h"

#include <epochscope/analysis/find_prototypes.h>
#include <epochscope/analysis/prepared_recording.h>
#include <epochscope/analysis/prototype_batches.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <iomanip>
#include <sstream>
#include <utility>

namespace epochscope {

namespace {

/// The approximate fraction of the work for clustering.
constexpr double clustered_fraction = 0.7;
/// The number of listed prototypes beyond the K nearest.
constexpr std::size_t listed_beyond = 5;

/// The memory of the result.
struct FoundMemory : EpochMemory {
    std::deque<ClusterLevel> levels;
    std::deque<SampleLosses> losses;
    std::deque<std::vector<Point>> places;
};

/// The index of each epoch of the series in the recording.
std::vector<std::size_t> epochs_in(const Recording& recording, const EpochSeries& series) {
    if (series.sample_count() != recording.sample_count())
        throw Error("prototypes", "the folder has ", series.sample_count(),
                    " samples, the recording ", recording.sample_count());
    std::vector<std::size_t> epochs;
    epochs.reserve(series.epoch_count());
    for (const Epoch& epoch : series.epochs()) {
        const auto all = recording.epochs();
        const auto found = std::find_if(all.begin(), all.end(), [&](const RecordedEpoch& recorded) {
            return recorded.number == epoch.number;
        });
        if (found == all.end())
            throw Error("prototypes", "the recording has no epoch ", epoch.number,
                        ", which the folder has");
        epochs.push_back(static_cast<std::size_t>(found - all.begin()));
    }
    return epochs;
}

double default_alpha(const ClusterLevel& level, bool normalised) {
    if (normalised) return 1;
    double sum = 0;
    double samples = 0;
    for (const Clusters& clusters : level.epochs) {
        sum += clusters.inertia;
        samples += static_cast<double>(clusters.assignments.size());
    }
    return 2 * sum / samples;
}

double fraction_kept(const Clusters& before, const Clusters& now) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < now.assignments.size(); ++i)
        kept += now.assignments[i] == before.assignments[i] ? 1U : 0U;
    return static_cast<double>(kept) / static_cast<double>(now.assignments.size());
}

class Curves {
  public:
    Curves(std::vector<PrototypeCurve>& curves, std::size_t epoch, std::size_t epochs)
        : curves_(curves), epoch_(epoch), epochs_(epochs) {}

    void set(const std::string& name, double value) {
        auto found = std::find_if(curves_.begin(), curves_.end(),
                                  [&](const PrototypeCurve& curve) { return curve.name == name; });
        if (found == curves_.end())
            found =
                curves_.insert(curves_.end(), {name, std::vector<std::optional<double>>(epochs_)});
        found->values[epoch_] = value;
    }

  private:
    std::vector<PrototypeCurve>& curves_;
    std::size_t epoch_;
    std::size_t epochs_;
};

void set_signals(Curves curves, std::size_t clusters, const BatchOptions& options,
                 const BatchSignals& batch, const LossTerms& terms) {
    const auto samples = static_cast<double>(options.batch);
    curves.set("acc_proto_naive", batch.accuracy_naive);
    curves.set("acc_proto_adjusted", batch.accuracy_adjusted);
    curves.set("ceiling", batch.distinct / samples);
    curves.set("ceiling_expected", expected_distinct(clusters, options.batch) / samples);
    curves.set("distinct", batch.distinct);
    curves.set("collisions", samples - batch.distinct);
    curves.set("negatives", batch.negatives);
    curves.set("cross_entropy", batch.cross_entropy);
    curves.set("cross_entropy_floor", batch.floor);
    curves.set("pull", terms.pull);
    curves.set("push", terms.push);
    curves.set("loss", terms.pull + terms.push);
    curves.set("hinges", terms.hinges);
}

void set_multiplicities(PrototypeLevel& level, std::size_t epoch, const BatchSignals& batch) {
    const std::size_t epochs = level.epochs.size();
    Curves curves(level.multiplicities, epoch, epochs);
    for (std::size_t m = 0; m < batch.multiplicities.size(); ++m)
        curves.set(std::to_string(m + 1), batch.multiplicities[m]);
}

/// A warning about missing negatives.
std::string missing_negatives(const PrototypeLevel& level, std::size_t wanted) {
    double min = static_cast<double>(wanted);
    for (const PrototypeCurve& curve : level.curves)
        if (curve.name == "negatives")
            for (const auto& value : curve.values) min = std::min(min, value.value_or(min));
    if (min >= static_cast<double>(wanted) * (1 - 1e-12)) return {};
    std::ostringstream words;
    words << level.count << " clusters: batches have " << std::fixed << std::setprecision(1) << min
          << " negatives on average at the epoch where they have fewest, expected " << wanted
          << ": no more prototypes are left than a batch has not";
    return words.str();
}

class Finder {
  public:
    Finder(const Recording& recording, const PrototypePlane& plane, const PrototypeOptions& options,
           const Job& job)
        : recording_(recording),
          plane_(plane),
          options_(options),
          job_(job),
          epochs_(epochs_in(recording, plane.series)) {
        options_.batch.threads = options.clusters.threads;
    }

    PrototypesFound find() {
        // Checks the options before long work.
        (void)batches_of(recording_.sample_count(), options_.batch.batch, 0, 0);
        memory_->levels = clustered(job_.part(0, clustered_fraction));
        Prototypes& made = found_.prototypes;
        made = {.levels = {},
                .placing =
                    plane_.map.has_maps() ? PrototypePlacement::map : PrototypePlacement::samples,
                .normalised = options_.clusters.normalise,
                .recorded = !options_.recorded.empty(),
                .batch = options_.batch.batch,
                .negatives = options_.batch.negatives,
                .temperature = options_.batch.temperature,
                .seed = options_.batch.seed,
                .memory = memory_};
        for (ClusterLevel& level : memory_->levels) add_level(level);
        for (std::size_t e = 0; e < epochs_.size(); ++e) {
            job_.reached(clustered_fraction + (1 - clustered_fraction) * static_cast<double>(e) /
                                                  static_cast<double>(epochs_.size()));
            add_epoch(e);
        }
        for (const PrototypeLevel& level : made.levels)
            say(missing_negatives(level, options_.batch.negatives));
        job_.reached(1);
        return std::move(found_);
    }

  private:
    void say(const std::string& warning) {
        if (!warning.empty()) found_.warnings.push_back(warning);
    }

    [[nodiscard]] std::deque<ClusterLevel> clustered(const Job& job) const {
        std::deque<ClusterLevel> levels;
        if (options_.recorded.empty()) {
            for (ClusterLevel& level : cluster(recording_, epochs_, options_.clusters, job))
                levels.push_back(std::move(level));
        }
        for (std::size_t i = 0; i < options_.recorded.size(); ++i)
            levels.push_back(clusters_of(recording_, epochs_, options_.recorded[i],
                                         options_.clusters.normalise,
                                         job.part(i, options_.recorded.size())));
        for (std::size_t a = 0; a < levels.size(); ++a)
            for (std::size_t b = 0; b < a; ++b)
                if (levels[a].count == levels[b].count)
                    throw Error("clusters", "two levels have ", levels[a].count,
                                " of them, expected each number once");
        return levels;
    }

    void add_level(ClusterLevel& clusters) {
        match_names(clusters);
        PrototypeLevel& level = found_.prototypes.levels.emplace_back();
        level.count = clusters.count;
        level.loss = options_.loss;
        level.loss.alpha =
            options_.alpha.value_or(default_alpha(clusters, options_.clusters.normalise));
        level.listed = std::min(clusters.count, level.loss.nearest + listed_beyond);
        level.epochs.resize(epochs_.size());
        say(sparse_clusters(clusters));
        if (clusters.count == 1)
            say("1 cluster: all samples share one prototype, of which nothing can be told apart");
    }

    void add_epoch(std::size_t e) {
        const RecordedEpoch& recorded = recording_.epoch(epochs_[e]);
        const Features features(recorded.embeddings, options_.clusters.normalise);
        const Table rows = features.table();
        for (std::size_t l = 0; l < memory_->levels.size(); ++l) {
            const ClusterLevel& clusters = memory_->levels[l];
            PrototypeLevel& level = found_.prototypes.levels[l];
            const Clusters& now = clusters.epochs[e];
            const SampleLosses& losses = memory_->losses.emplace_back(sample_losses(
                rows, now, level.loss, level.listed, options_.clusters.threads, job_.stop));
            const std::vector<Point>& places = memory_->places.emplace_back(
                prototype_places(plane_, e, recorded.embeddings, now, options_.clusters.threads));
            const BatchSignals batch =
                batch_signals(rows, now, recorded.number, options_.batch, job_.stop);
            Curves curves(level.curves, e, epochs_.size());
            set_signals(curves, level.count, options_.batch, batch, losses.mean);
            if (e > 0) curves.set("kept", fraction_kept(clusters.epochs[e - 1], now));
            curves.set("inertia", now.inertia);
            set_multiplicities(level, e, batch);
            level.epochs[e] = {.centres = now.prototypes(),
                               .assignments = now.assignments,
                               .counts = now.counts,
                               .concentration = now.concentration,
                               .positions = places,
                               .nearest = losses.nearest,
                               .squares = losses.squares,
                               .hinges = losses.hinges};
        }
        recording_.release(epochs_[e]);
    }

    const Recording& recording_;
    const PrototypePlane& plane_;
    PrototypeOptions options_;
    const Job& job_;
    std::vector<std::size_t> epochs_;
    std::shared_ptr<FoundMemory> memory_ = std::make_shared<FoundMemory>();
    PrototypesFound found_;
};

}  // namespace

PrototypesFound find_prototypes(const Recording& recording, const PrototypePlane& plane,
                                const PrototypeOptions& options, const Job& job) {
    const PreparedRecording ready =
        prepared(recording, {.progress = {}, .stop = job.stop}, options.clusters.threads);
    PrototypesFound found = Finder(ready.recording, plane, options, job).find();
    found.warnings.insert(found.warnings.begin(), ready.warnings.begin(), ready.warnings.end());
    return found;
}

}  // namespace epochscope
