#include "projection/affinities.h"
#include "projection/clipped_recording.h"
#include "projection/joint_descent.h"
#include "projection/place_learning.h"
#include "projection/placing.h"

#include <epochscope/compute/random.h>
#include <epochscope/model/error.h>
#include <epochscope/model/picked_epochs.h>
#include <epochscope/projection/pca.h>
#include <epochscope/projection/spacetime.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

namespace epochscope {

namespace {

constexpr double early_momentum = 0.5;
/// At first neighbours find each other more freely.
constexpr double early_lambda_share = 0.5;
/// An epoch that goes on from others is exaggerated less, and its paths count less; it has more
/// iterations, since it was not laid out together with those around it.
constexpr double next_exaggeration = 2;
constexpr double next_iterations_share = 1.5;
constexpr double next_lambda_share = 0.35;
/// Iterations between two looks at it.
constexpr int iterations_at_once = 10;
/// Shares of the work, about: neighbours, the layout, placing; the rest goes into maps.
constexpr double prepared_share = 0.2;
constexpr double laid_out_share = 0.7;
constexpr double placed_share = 0.72;

std::string pca_is_exact(double explained) {
    std::ostringstream text;
    text << "the first two principal components hold " << std::round(1000 * explained) / 10
         << " % of the variance: PCA shows nearly all there is, and more truly";
    return text.str();
}

/// Which samples are laid out, rising.
std::vector<std::size_t> landmarks_of(std::size_t samples, const SpacetimeOptions& options) {
    return RandomGenerator(options.seed).sample(samples, options.landmarks);
}

/// The landmarks' rows at each epoch: those of the recording itself where all samples are
/// landmarks.
class LandmarkRows {
  public:
    LandmarkRows(const Recording& recording, std::span<const std::size_t> landmarks) {
        for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
            const Table& rows = recording.epoch(e).embeddings;
            if (landmarks.size() == recording.sample_count()) {
                tables_.push_back(rows);
                continue;
            }
            std::vector<float>& copy = copies_.emplace_back();
            copy.reserve(landmarks.size() * rows.columns);
            for (const std::size_t i : landmarks)
                copy.insert(copy.end(), rows.row(i).begin(), rows.row(i).end());
            tables_.push_back({copy, rows.columns});
            recording.release(e);
        }
    }

    [[nodiscard]] std::span<const Table> tables() const { return tables_; }

  private:
    std::vector<std::vector<float>> copies_;
    std::vector<Table> tables_;
};

/// Where the first two principal components hold so much of the variance, they show nearly all
/// there is: places stay near them, without early exaggeration.
constexpr double exact_share = 0.95;

struct Start {
    std::vector<Layout> layouts;
    /// The share of the variance that the first two principal components hold, 0..1.
    double explained = 0;
};

/// The principal components of all epochs together, scaled so that places along the first have a
/// standard deviation of 1. A little is left to chance, or samples on a line would stay on it.
Start start_of(const Recording& recording, std::span<const std::size_t> landmarks,
               const SpacetimeOptions& options, const Job& job) {
    constexpr double chance = 1e-3;
    const auto maps = pca(recording, {.threads = options.threads}, job);
    double squares = 0;
    std::vector<Layout> layouts;
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) {
        Layout& layout = layouts.emplace_back();
        for (const std::size_t i : landmarks) {
            const Point place = maps.front().place(recording.epoch(e).embeddings.row(i));
            layout.x.push_back(static_cast<double>(place.x));
            layout.y.push_back(static_cast<double>(place.y));
            squares += layout.x.back() * layout.x.back();
        }
    }
    const auto places = static_cast<double>(layouts.size() * landmarks.size());
    const double deviation = std::sqrt(squares / places);
    const double scale = deviation > 0 ? 1 / deviation : 1;
    RandomGenerator random(options.seed);
    const auto some = [&] { return chance * (random.uniform() - 0.5); };
    for (std::size_t i = 0; i < landmarks.size(); ++i) {
        // The same at all epochs: nobody moves by chance.
        const double x = some();
        const double y = some();
        for (Layout& layout : layouts) {
            layout.x[i] = layout.x[i] * scale + x;
            layout.y[i] = layout.y[i] * scale + y;
        }
    }
    const auto [first, second] = maps.front().explained;
    return {std::move(layouts), first + second};
}

/// Epochs that have places, and the last of them once more as the start of the next.
std::vector<Layout> start_after(std::span<const std::vector<Point>> before, std::size_t epochs,
                                std::span<const std::size_t> landmarks) {
    std::vector<Layout> layouts;
    for (std::size_t e = 0; e < epochs; ++e) {
        const std::vector<Point>& places = before[std::min(e, before.size() - 1)];
        Layout& layout = layouts.emplace_back();
        for (const std::size_t i : landmarks) {
            layout.x.push_back(static_cast<double>(places[i].x));
            layout.y.push_back(static_cast<double>(places[i].y));
        }
    }
    return layouts;
}

/// A layout on its way.
class Spacetime {
  public:
    /// `recorded` is the recording with its outliers, whose heads decide.
    Spacetime(const Recording& recording, const Recording& recorded,
              std::span<const std::vector<Point>> before, const SpacetimeOptions& options,
              const Job& job, const std::function<void(const SpacetimeStatus&)>& watch,
              const Team& team)
        : recording_(recording),
          recorded_(recorded),
          before_(before),
          options_(options),
          job_(job),
          watch_(watch),
          team_(team),
          landmarks_(landmarks_of(recording.sample_count(), options)),
          rows_(recording, landmarks_) {
        prepare(job.part(0, prepared_share));
    }

    SpacetimeResult run() {
        const bool goes_on = !before_.empty();
        const double lambda = options_.path_weight * (goes_on ? next_lambda_share : 1);
        run(options_.early_iterations, {.exaggeration = early_exaggeration(),
                                        .momentum = early_momentum,
                                        .lambda = early_lambda_share * lambda,
                                        .mu = options_.together});
        run(iterations(), {.lambda = lambda, .mu = options_.together});
        return result();
    }

  private:
    [[nodiscard]] double early_exaggeration() const {
        if (explained_ > exact_share) return 1;
        return before_.empty() ? options_.early_exaggeration
                               : std::min(next_exaggeration, options_.early_exaggeration);
    }

    void prepare(const Job& job) {
        constexpr double started = 0.1;
        const double attracted = placed_apart() ? 0.4 : 1;
        Start start;
        if (before_.empty())
            start = start_of(recording_, landmarks_, options_, job.part(0, started));
        else
            start.layouts = start_after(before_, recording_.epoch_count(), landmarks_);
        explained_ = start.explained;
        descent_.emplace(rows_.tables(), std::move(start.layouts), before_.size(), options_,
                         job.part(started, attracted), team_);
        if (!placed_apart()) return;
        const Job placing = job.part(attracted, 1);
        placings_.resize(moving());
        for (const std::size_t m : team_.own(moving())) {
            const std::size_t e = before_.size() + m;
            placings_[m].emplace(recording_.epoch(e).embeddings, rows_.tables()[e],
                                 options_.threads, placing.part(m, moving()));
            recording_.release(e);
        }
    }

    [[nodiscard]] std::size_t moving() const { return recording_.epoch_count() - before_.size(); }

    /// After the early ones.
    [[nodiscard]] int iterations() const {
        const double share = before_.empty() ? 1 : next_iterations_share;
        return static_cast<int>(share * options_.iterations);
    }

    [[nodiscard]] bool placed_apart() const {
        return landmarks_.size() < recording_.sample_count();
    }

    void run(int count, const JointPhase& phase) {
        descent_->restart();
        for (int i = 0; i < count; ++i) {
            descent_->step(phase);
            ++done_;
            const int all = options_.early_iterations + iterations();
            job_.reached(prepared_share + (laid_out_share - prepared_share) * done_ / all);
            if (watch_ && done_ % iterations_at_once == 0) tell(all);
        }
    }

    void tell(int all) {
        const double divergence = descent_->divergence();
        // Of this rank, which alone knows how to place the others.
        const std::vector<std::size_t> own = team_.own(moving());
        if (own.empty()) return;
        const std::size_t epoch =
            before_.size() + own[static_cast<std::size_t>(done_ / iterations_at_once) % own.size()];
        const std::vector<Point> places = places_at(epoch);
        watch_({.iteration = done_,
                .iterations = all,
                .divergence = divergence,
                .stress = descent_->stress(),
                .epoch = epoch,
                .places = places});
    }

    [[nodiscard]] std::vector<Point> places_at(std::size_t epoch) const {
        const Layout& layout = descent_->layouts()[epoch];
        if (!placed_apart()) return layout.points();
        std::vector<Point> places;
        places.reserve(recording_.sample_count());
        for (std::size_t i = 0; i < recording_.sample_count(); ++i)
            places.push_back(placings_[epoch - before_.size()]->place(i, layout));
        const std::vector<Point> laid_out = layout.points();
        for (std::size_t l = 0; l < landmarks_.size(); ++l) places[landmarks_[l]] = laid_out[l];
        return places;
    }

    SpacetimeResult result() {
        SpacetimeResult result{.places = {},
                               .divergence = descent_->divergence(),
                               .stress = descent_->stress(),
                               .maps = {},
                               .landmarks = landmarks_.size(),
                               .warnings = {}};
        const auto place = [&](std::size_t m) {
            Parcel places;
            places.put(places_at(before_.size() + m));
            return places;
        };
        team_.share_out_to_all(moving(), place, [&](std::size_t, Parcel& places) {
            result.places.push_back(places.take<Point>());
        });
        if (team_.is_first() && descent_->perplexity() < options_.perplexity)
            result.warnings.push_back(
                perplexity_lowered(options_.perplexity, descent_->perplexity(), landmarks_.size()));
        if (explained_ > exact_share) result.warnings.push_back(pca_is_exact(explained_));
        if (options_.map_epochs > 0) result.maps = learn_maps();
        job_.reached(1);
        return result;
    }

    [[nodiscard]] std::vector<LearnedMap> learn_maps() const {
        std::vector<std::size_t> epochs(recording_.epoch_count() - before_.size());
        std::iota(epochs.begin(), epochs.end(), before_.size());
        std::vector<std::vector<Point>> places;
        for (const std::size_t e : epochs) places.push_back(descent_->layouts()[e].points());
        return learn_places(
            picked_epochs(recorded_, epochs), rows_.tables().subspan(before_.size()), places,
            {.passes = options_.map_epochs, .seed = options_.seed, .threads = options_.threads},
            job_.part(placed_share, 1), team_);
    }

    const Recording& recording_;
    const Recording& recorded_;
    /// Places of the first epochs, which stay.
    std::span<const std::vector<Point>> before_;
    const SpacetimeOptions& options_;
    const Job& job_;
    const std::function<void(const SpacetimeStatus&)>& watch_;
    const Team& team_;
    std::vector<std::size_t> landmarks_;
    LandmarkRows rows_;
    /// By the first two principal components; 0 where epochs have places.
    double explained_ = 0;
    std::optional<JointDescent> descent_;
    /// Of all samples, at the epochs of this rank; none where all are landmarks.
    std::vector<std::optional<Placing>> placings_;
    int done_ = 0;
};

}  // namespace

SpacetimeResult spacetime(const Recording& recording, const SpacetimeOptions& options,
                          const Job& job, const std::function<void(const SpacetimeStatus&)>& watch,
                          std::span<const std::vector<Point>> before, const Team& team) {
    check_options(options);
    for (std::size_t e = 0; e < recording.epoch_count(); ++e) check_values(recording, e);
    ClippedRecording inner = clipped(recording, before.size(), job.stop);
    SpacetimeResult result =
        Spacetime(inner.recording, recording, before, options, job, watch, team).run();
    std::ranges::move(inner.warnings, std::back_inserter(result.warnings));
    return result;
}

}  // namespace epochscope
