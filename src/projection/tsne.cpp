#include "projection/affinities.h"
#include "projection/clipped_recording.h"
#include "projection/descent.h"

#include <epochscope/compute/principal_components.h>
#include <epochscope/compute/procrustes.h>
#include <epochscope/compute/random.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/tsne.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace epochscope {

std::vector<Point> Layout::points() const {
    std::vector<Point> made;
    made.reserve(size());
    for (std::size_t i = 0; i < size(); ++i)
        made.push_back({static_cast<float>(x[i]), static_cast<float>(y[i])});
    return made;
}

Layout Layout::of(std::span<const Point> points) {
    Layout made;
    for (const Point point : points) {
        made.x.push_back(static_cast<double>(point.x));
        made.y.push_back(static_cast<double>(point.y));
    }
    return made;
}

Tsne::Tsne(const Table& rows, Layout start, const TsneOptions& options, const Job& job)
    : descent_(std::make_unique<Descent>(rows, std::move(start), options, job)) {}
Tsne::Tsne(Tsne&&) noexcept = default;
Tsne& Tsne::operator=(Tsne&&) noexcept = default;
Tsne::~Tsne() = default;

void Tsne::hold_at(Layout places) { descent_->hold_at(std::move(places)); }

void Tsne::run(int iterations, const Phase& phase, const std::stop_token& stop) {
    descent_->run(iterations, phase, stop);
}

const Layout& Tsne::layout() const { return descent_->layout(); }

double Tsne::perplexity() const { return descent_->perplexity(); }

double Tsne::divergence() const { return descent_->divergence(descent_->exact_weights()); }

double Tsne::estimated_divergence() const { return descent_->divergence(descent_->last_weights()); }

namespace {

constexpr double start_deviation = 1e-4;
constexpr double early_momentum = 0.5;
/// What an epoch that starts from the one before does instead of early exaggeration.
constexpr double warm_scale = 0.1;
constexpr double warm_exaggeration = 2;
constexpr int warm_share = 4;
/// Iterations between two looks at it.
constexpr int iterations_at_once = 25;
/// The share of an epoch's work that goes into affinities, about.
constexpr double affinity_share = 0.2;
constexpr std::size_t most_samples_exactly = 50'000;

/// Standard deviation around 0, which is the mean of principal components.
double deviation_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value * value;
    return std::sqrt(sum / static_cast<double>(values.size()));
}

Layout principal_start(const Recording& recording, std::size_t epoch, const TsneOptions& options,
                       const Job& job) {
    const LinearMap map = principal_components(recording, {&epoch, 1}, options.threads, job);
    Layout start;
    const Table& rows = recording.epoch(epoch).embeddings;
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        const Point place = map.place(rows.row(i));
        start.x.push_back(static_cast<double>(place.x));
        start.y.push_back(static_cast<double>(place.y));
    }
    const double deviation = deviation_of(start.x);
    const double scale = deviation > 0 ? start_deviation / deviation : 0;
    for (double& x : start.x) x *= scale;
    for (double& y : start.y) y *= scale;
    // On a line they would stay on it, since nothing pushes them off.
    if (deviation > 0 && deviation_of(start.y) < 1e-3 * start_deviation) {
        RandomGenerator random(options.seed);
        for (double& y : start.y) y += start_deviation * 1e-2 * (random.uniform() - 0.5);
    }
    return start;
}

Layout drawn_together(Layout layout) {
    for (double& x : layout.x) x *= warm_scale;
    for (double& y : layout.y) y *= warm_scale;
    return layout;
}

/// An epoch that has been laid out by itself.
struct LaidOut {
    Layout layout;
    double divergence = 0;
    double perplexity = 0;
};

Parcel parcel_of(const LaidOut& epoch) {
    Parcel parcel;
    parcel.put(epoch.layout.x);
    parcel.put(epoch.layout.y);
    parcel.put_one(epoch.divergence);
    parcel.put_one(epoch.perplexity);
    return parcel;
}

LaidOut laid_out_from(Parcel& parcel) {
    LaidOut epoch;
    epoch.layout.x = parcel.take<double>();
    epoch.layout.y = parcel.take<double>();
    epoch.divergence = parcel.take_one<double>();
    epoch.perplexity = parcel.take_one<double>();
    return epoch;
}

/// The epochs of a recording, one after another.
class Epochs {
  public:
    Epochs(const Recording& recording, const TsneOptions& options, const Job& job,
           const std::function<void(const TsneStatus&)>& watch,
           std::span<const std::vector<Point>> before)
        : recording_(recording),
          options_(options),
          job_(job),
          watch_(watch),
          first_(before.size()) {
        if (!before.empty()) before_ = Layout::of(before.back());
    }

    /// Epochs that start from the one before are laid out by rank 0.
    TsneResult all(const Team& team) {
        const std::size_t count = recording_.epoch_count() - first_;
        const auto take = [&](std::size_t i, Parcel& made) {
            finish(laid_out_from(made), first_ + i);
        };
        if (!options_.warm_start) {
            team.share_out_to_all(
                count, [&](std::size_t i) { return parcel_of(laid_out(first_ + i)); }, take);
            return std::move(result_);
        }
        for (std::size_t i = 0; i < count; ++i) {
            Parcel made = team.of_first([&] { return parcel_of(laid_out(first_ + i)); });
            take(i, made);
        }
        return std::move(result_);
    }

  private:
    [[nodiscard]] bool starts_from_before(std::size_t epoch) const {
        return epoch > 0 && options_.warm_start;
    }

    LaidOut laid_out(std::size_t epoch) {
        const bool warm = starts_from_before(epoch);
        Layout start = warm ? drawn_together(before_)
                            : principal_start(recording_, epoch, options_,
                                              {.progress = {}, .stop = job_.stop});
        Tsne tsne(recording_.epoch(epoch).embeddings, std::move(start), options_,
                  {.progress = [&](double share) { reached(epoch, affinity_share * share); },
                   .stop = job_.stop});
        if (warm && options_.pull > 0) tsne.hold_at(before_);
        done_ = 0;
        if (warm)
            run(tsne, epoch, options_.warm_iterations / warm_share,
                {.exaggeration = warm_exaggeration});
        else
            run(tsne, epoch, options_.early_iterations,
                {options_.early_exaggeration, early_momentum});
        run(tsne, epoch, iterations(epoch) - done_, {});
        recording_.release(epoch);
        const bool is_exact = tsne.layout().size() <= most_samples_exactly;
        return {tsne.layout(), is_exact ? tsne.divergence() : tsne.estimated_divergence(),
                tsne.perplexity()};
    }

    [[nodiscard]] int iterations(std::size_t epoch) const {
        return starts_from_before(epoch) ? options_.warm_iterations
                                         : options_.early_iterations + options_.iterations;
    }

    void run(Tsne& tsne, std::size_t epoch, int count, const Tsne::Phase& phase) {
        for (int left = count; left > 0;) {
            const int now = std::min(left, iterations_at_once);
            tsne.run(now, phase, job_.stop);
            left -= now;
            done_ += now;
            reached(epoch,
                    affinity_share + (1 - affinity_share) * done_ / std::max(iterations(epoch), 1));
            if (watch_)
                watch_({.epoch = epoch,
                        .iteration = done_,
                        .iterations = iterations(epoch),
                        .divergence = tsne.estimated_divergence(),
                        .places = tsne.layout().points()});
        }
    }

    void finish(LaidOut made, std::size_t epoch) {
        Layout& layout = made.layout;
        if (epoch > 0 && !options_.warm_start && options_.align)
            align(layout.x, layout.y, before_.x, before_.y);
        result_.places.push_back(layout.points());
        result_.divergences.push_back(made.divergence);
        if (epoch == first_ && made.perplexity < options_.perplexity)
            result_.warnings.push_back(
                perplexity_lowered(options_.perplexity, made.perplexity, layout.size()));
        before_ = std::move(layout);
    }

    void reached(std::size_t epoch, double share) const {
        job_.reached((static_cast<double>(epoch) + share) /
                     static_cast<double>(recording_.epoch_count()));
    }

    const Recording& recording_;
    const TsneOptions& options_;
    const Job& job_;
    const std::function<void(const TsneStatus&)>& watch_;
    /// The first epoch that is laid out.
    std::size_t first_;
    Layout before_;
    TsneResult result_;
    int done_ = 0;
};

}  // namespace

TsneResult tsne(const Recording& recording, const TsneOptions& options, const Job& job,
                const std::function<void(const TsneStatus&)>& watch,
                std::span<const std::vector<Point>> before, const Team& team) {
    check_options(options);
    for (std::size_t e = before.size(); e < recording.epoch_count(); ++e)
        check_values(recording, e);
    ClippedRecording inner = clipped(recording, before.size(), job.stop);
    TsneResult result = Epochs(inner.recording, options, job, watch, before).all(team);
    std::ranges::move(inner.warnings, std::back_inserter(result.warnings));
    return result;
}

}  // namespace epochscope
