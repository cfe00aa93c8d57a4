#include <epochscope/analysis/control_pictures.h>
#include <epochscope/analysis/motion.h>
#include <epochscope/analysis/prepared_recording.h>
#include <epochscope/compute/known_maps.h>
#include <epochscope/projection/controls.h>
#include <epochscope/projection/pca.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <deque>
#include <limits>
#include <memory>
#include <optional>
#include <utility>

namespace epochscope {

namespace {

using Places = std::vector<std::vector<Point>>;

/// The share of the work that the PCA is.
constexpr double share_of_pca = 0.1;

bool is_somewhere(Point place) { return std::isfinite(place.x) && std::isfinite(place.y); }

/// The place of a sample at the nearest epoch that has one, the earlier of two.
Point nearest_place(const EpochSeries& series, std::size_t epoch, std::size_t sample) {
    for (std::size_t away = 1; away < series.epoch_count(); ++away) {
        if (away <= epoch && is_somewhere(series.positions(epoch - away)[sample]))
            return series.positions(epoch - away)[sample];
        if (epoch + away < series.epoch_count() &&
            is_somewhere(series.positions(epoch + away)[sample]))
            return series.positions(epoch + away)[sample];
    }
    return {};
}

/// A picture and its recording, which both have values for absent samples and agree on which these
/// are.
class FilledPicture {
  public:
    FilledPicture(const Recording& recording, const std::vector<std::size_t>& epochs,
                  const EpochSeries& series, const std::stop_token& stop)
        : ready_(prepared(recording, {.progress = {}, .stop = stop})),
          series_(series),
          recording_(ready_.recording) {
        std::vector<RecordedEpoch> views(recording_.epochs().begin(), recording_.epochs().end());
        for (std::size_t e = 0; e < epochs.size(); ++e) fill(e, views[epochs[e]]);
        if (copies_.empty()) return;
        recording_ = Recording(recording_.classes(), recording_.labels(), std::move(views),
                               std::make_shared<Views>(ready_.recording));
    }
    FilledPicture(const FilledPicture&) = delete;
    FilledPicture& operator=(const FilledPicture&) = delete;

    [[nodiscard]] const Recording& recording() const { return recording_; }
    [[nodiscard]] Embedding embedding(const PlaneMap& map) const { return {places_, map}; }
    [[nodiscard]] const std::vector<std::string>& warnings() const { return ready_.warnings; }

  private:
    /// Keeps what the views of another recording view.
    struct Views : EpochMemory {
        explicit Views(Recording r) : recording(std::move(r)) {}
        [[nodiscard]] std::optional<std::string> fault() const override {
            return recording.fault();
        }
        void release(std::size_t epoch) const override { recording.release(epoch); }
        Recording recording;
    };

    void fill(std::size_t e, RecordedEpoch& view) {
        const std::span<const Point> shown = series_.positions(e);
        places_.push_back(shown);
        if (std::ranges::all_of(shown, is_somewhere)) return;
        std::vector<Point>& places = copies_.emplace_back(shown.begin(), shown.end());
        std::vector<std::uint32_t>& absent = absent_.emplace_back();
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (is_somewhere(places[i]) && !is_absent(view, i)) continue;
            absent.push_back(static_cast<std::uint32_t>(i));
            if (!is_somewhere(places[i])) places[i] = nearest_place(series_, e, i);
        }
        places_.back() = places;
        view.absent = absent;
    }

    PreparedRecording ready_;
    const EpochSeries& series_;
    Recording recording_;
    std::vector<std::span<const Point>> places_;
    std::deque<std::vector<Point>> copies_;
    std::deque<std::vector<std::uint32_t>> absent_;
};

Embedding embedding_of(const Places& places, PlaneMap map = {}) {
    return {{places.begin(), places.end()}, std::move(map)};
}

/// How far samples move on average in feature space from each epoch to the next.
std::vector<double> mean_steps(const Recording& recording, std::span<const std::size_t> epochs,
                               const std::stop_token& stop) {
    std::vector<double> steps;
    for (std::size_t e = 1; e < epochs.size(); ++e) {
        if (stop.stop_requested()) throw Cancelled();
        const Table& before = recording.epoch(epochs[e - 1]).embeddings;
        const Table& after = recording.epoch(epochs[e]).embeddings;
        double sum = 0;
        for (std::size_t i = 0; i < after.rows(); ++i) {
            double square = 0;
            for (std::size_t d = 0; d < after.columns; ++d) {
                const double moved = double{after.row(i)[d]} - before.row(i)[d];
                square += moved * moved;
            }
            sum += std::sqrt(square);
        }
        steps.push_back(sum / static_cast<double>(after.rows()));
        recording.release(epochs[e - 1]);
    }
    return steps;
}

/// The embeddings that know nothing or something else, and what they are made of.
class Controls {
  public:
    Controls(const Recording& recording, std::span<const std::size_t> epochs,
             const Embedding& embedding, const FaithfulnessOptions& options, const Job& job)
        : random_(random_positions(recording.sample_count(), epochs.size(), options.seed)),
          // Comes first of what reads the recording: it finds what is not finite.
          pca_maps_(pca(recording, {.per_epoch = false, .threads = options.threads}, job)),
          walk_(random_walk(recording.sample_count(), mean_steps(recording, epochs, job.stop),
                            options.seed + 1)) {
        Places all = places_by(pca_maps_, recording, job.stop);
        for (const std::size_t epoch : epochs) pca_.push_back(std::move(all[epoch]));
        const std::vector<std::size_t> order = shuffled_epochs(epochs.size(), options.seed);
        for (const std::size_t epoch : order) shuffled_.places.push_back(embedding.places[epoch]);
        shuffled_.map = embedding.map.picked(order);
    }
    Controls(const Controls&) = delete;
    Controls& operator=(const Controls&) = delete;

    [[nodiscard]] std::vector<std::pair<std::string, Embedding>> embeddings() const {
        return {{"random_places", embedding_of(random_)},
                {"random_walk", embedding_of(walk_)},
                {"pca", embedding_of(pca_, plane_map_of(pca_maps_))},
                {"shuffled_epochs", shuffled_}};
    }

  private:
    Places random_;
    std::vector<LinearMap> pca_maps_;
    Places walk_;
    Places pca_;
    Embedding shuffled_;
};

/// What is said of a shuffling that changes nothing.
Faithfulness undefined_of(std::size_t epochs) {
    Faithfulness found;
    for (MetricSummary& figure : found.figures) {
        figure.per_epoch.resize(epochs);
        figure.undefined = 1;
        figure.reason = "one epoch cannot be shuffled";
    }
    return found;
}

PictureReport report_of(const EpochSeries& series, const FilledPicture& picture,
                        FaithfulnessReport&& found) {
    PictureReport report;
    for (const Epoch& epoch : series.epochs()) report.epochs.push_back(epoch.number);
    report.neighbours = found.neighbours;
    report.near_epochs = found.near_epochs;
    report.picture = std::move(found.embeddings.front());
    report.warnings = picture.warnings();
    report.warnings.insert(report.warnings.end(), found.warnings.begin(), found.warnings.end());
    return report;
}

}  // namespace

PictureReport measure_picture(const Recording& recorded, const EpochSeries& series,
                              const PlaneMap& map, const FaithfulnessOptions& options,
                              bool with_controls, const Job& job) {
    const std::vector<std::size_t> epochs = epochs_of(recorded, series);
    const FilledPicture picture(recorded, epochs, series, job.stop);
    const Recording& recording = picture.recording();
    std::vector<Embedding> embeddings{picture.embedding(map)};
    const auto find_motion = [&] {
        std::vector<std::vector<float>> motion =
            motion_of(recording, epochs, embeddings.front().places, options.neighbours,
                      options.threads, job.stop, options.team);
        const auto is_there = [&](std::size_t step, std::size_t i) {
            return std::isfinite(series.epoch(step).positions[i].x) &&
                   !is_absent(recorded.epoch(epochs[step]), i);
        };
        for (std::size_t s = 0; s < motion.size(); ++s)
            for (std::size_t i = 0; i < motion[s].size(); ++i)
                if (!is_there(s, i) || !is_there(s + 1, i))
                    motion[s][i] = std::numeric_limits<float>::quiet_NaN();
        return motion;
    };
    if (!with_controls) {
        PictureReport report = report_of(
            series, picture, measure_faithfulness(recording, epochs, embeddings, options, job));
        report.motion = find_motion();
        return report;
    }
    const Controls controls(recording, epochs, embeddings.front(), options,
                            job.part(0, share_of_pca));
    for (const auto& [name, embedding] : controls.embeddings()) embeddings.push_back(embedding);
    FaithfulnessReport found =
        measure_faithfulness(recording, epochs, embeddings, options, job.part(share_of_pca, 1));
    std::vector<Control> held{{"features", std::move(found.features)}};
    std::size_t p = 1;
    for (const auto& [name, embedding] : controls.embeddings())
        held.push_back({name, std::move(found.embeddings[p++])});
    if (epochs.size() == 1) held.back().found = undefined_of(1);
    PictureReport report = report_of(series, picture, std::move(found));
    report.controls = std::move(held);
    report.motion = find_motion();
    return report;
}

namespace {

/// The mean over epochs of rows of N values, of those that are numbers.
std::vector<double> means_of(std::span<const float> rows, std::size_t samples) {
    std::vector<double> sums(samples);
    std::vector<std::size_t> counts(samples);
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (std::isnan(rows[at])) continue;
        sums[at % samples] += static_cast<double>(rows[at]);
        ++counts[at % samples];
    }
    for (std::size_t i = 0; i < samples; ++i)
        sums[i] = counts[i] > 0 ? sums[i] / static_cast<double>(counts[i])
                                : std::numeric_limits<double>::quiet_NaN();
    return sums;
}

std::vector<double> largest_motion(const PictureReport& report, std::size_t samples, double sign) {
    std::vector<double> largest(samples, 0);
    for (const std::vector<float>& step : report.motion)
        for (std::size_t i = 0; i < samples; ++i)
            largest[i] = std::max(largest[i], sign * static_cast<double>(step[i]));
    return largest;
}

}  // namespace

Trust trust_of(const PictureReport& report) {
    struct Kept : EpochMemory {
        std::vector<float> shares;
        std::vector<std::vector<float>> motion;
    };
    Trust trust;
    for (const MetricScope scope : {MetricScope::epoch, MetricScope::paths})
        for (std::size_t m = 0; m < metric_count; ++m) {
            const MetricInfo info = info_of(static_cast<Metric>(m));
            if (info.scope == scope)
                trust.curves.push_back(
                    {std::string(info.name), report.picture.figures[m].per_epoch});
        }
    const auto kept = std::make_shared<Kept>();
    kept->shares = report.picture.preserved;
    const std::size_t samples = kept->shares.size() / report.epochs.size();
    for (std::size_t e = 0; e < report.epochs.size(); ++e)
        trust.preserved.push_back(
            std::span<const float>(kept->shares).subspan(e * samples, samples));
    kept->motion = report.motion;
    if (!kept->motion.empty()) trust.motion.emplace_back();
    trust.motion.insert(trust.motion.end(), kept->motion.begin(), kept->motion.end());
    trust.memory = kept;
    trust.samples = {{"nn_pv", means_of(kept->shares, samples)},
                     {"temp_l", report.picture.kept_epochs},
                     {"temp_g_tau", report.picture.kept_order},
                     {"false_move", largest_motion(report, samples, 1)},
                     {"frozen_move", largest_motion(report, samples, -1)}};
    return trust;
}

}  // namespace epochscope
