#include <epochscope/analysis/motion.h>
#include <epochscope/analysis/training_events.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace epochscope {

namespace {

constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

/// A larger change of a probability is a jump.
constexpr float min_jump = 0.5F;

/// The probabilities of labels at an epoch; empty if unknown.
class LabelProbabilities {
  public:
    LabelProbabilities(const EpochSeries& series, const TrainingDynamics* dynamics)
        : series_(series), dynamics_(dynamics) {}

    std::vector<float> at(std::size_t epoch) const {
        return dynamics_ != nullptr ? told_at(series_.epoch(epoch).number) : guessed_at(epoch);
    }

  private:
    std::vector<float> told_at(std::int64_t number) const {
        const auto& evaluations = dynamics_->evaluations;
        const auto found =
            std::find_if(evaluations.begin(), evaluations.end(),
                         [&](const Evaluation& candidate) { return candidate.number == number; });
        if (found == evaluations.end()) return {};
        return {found->label_probability.begin(), found->label_probability.end()};
    }

    std::vector<float> guessed_at(std::size_t index) const {
        const Epoch& epoch = series_.epoch(index);
        if (epoch.predictions.empty() || epoch.confidence.empty()) return {};
        const Classes& classes = series_.classes();
        const auto others = static_cast<float>(classes.predictable_count()) - 1;
        std::vector<float> probabilities(series_.sample_count(), unknown);
        for (std::size_t i = 0; i < probabilities.size(); ++i) {
            const float confidence = epoch.confidence[i];
            if (epoch.predictions[i] < 0 || !classes.is_labelled(series_.labels()[i])) continue;
            if (epoch.predictions[i] == series_.labels()[i])
                probabilities[i] = confidence;
            else if (others > 0)
                probabilities[i] = (1 - confidence) / others;
        }
        return probabilities;
    }

    const EpochSeries& series_;
    const TrainingDynamics* dynamics_;
};

/// The distances of all samples between two epochs; NaN if a position is.
std::vector<float> moves(std::span<const Point> before, std::span<const Point> after) {
    std::vector<float> distances(after.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        const double distance =
            std::hypot(double{after[i].x} - before[i].x, double{after[i].y} - before[i].y);
        distances[i] = std::isfinite(distance) ? static_cast<float>(distance) : unknown;
    }
    return distances;
}

/// The mean plus two population standard deviations of finite values.
double large_move(std::span<const float> distances) {
    double sum = 0;
    double count = 0;
    for (const float distance : distances)
        if (!std::isnan(distance)) sum += double{distance}, ++count;
    if (count == 0) return std::numeric_limits<double>::quiet_NaN();
    const double mean = sum / count;
    double squares = 0;
    for (const float distance : distances)
        if (!std::isnan(distance)) squares += (distance - mean) * (distance - mean);
    // If all move equally, rounding of the mean must not make moves.
    constexpr double rounding = 1e-6;
    return mean * (1 + rounding) + 2 * std::sqrt(squares / count);
}

class EventFinder {
  public:
    EventFinder(const EpochSeries& series, const TrainingDynamics* dynamics, std::size_t max,
                const Trust* trust)
        : series_(series), probabilities_(series, dynamics), max_(max), trust_(trust) {
        events_.counts.resize(series.epoch_count());
        events_.large_moves.assign(series.epoch_count(), std::numeric_limits<double>::quiet_NaN());
        before_ = probabilities_.at(0);
    }

    void find_at(std::size_t epoch) {
        epoch_ = epoch;
        find_flips();
        find_jumps();
        find_moves();
        find_motion(EventKind::false_move, 1);
        find_motion(EventKind::frozen_move, -1);
    }
    TrainingEvents take() { return std::move(events_); }

  private:
    void add(EventKind kind, std::size_t sample, float amount) {
        ++events_.counts[epoch_][static_cast<std::size_t>(kind)];
        if (events_.size() == max_) return;
        events_.epochs.push_back(static_cast<std::uint32_t>(epoch_));
        events_.samples.push_back(static_cast<std::uint32_t>(sample));
        events_.kinds.push_back(kind);
        events_.amounts.push_back(amount);
    }

    [[nodiscard]] bool is_class(std::int32_t prediction) const {
        return prediction >= 0 && static_cast<std::size_t>(prediction) < series_.class_count();
    }

    void find_flips() {
        const auto before = series_.epoch(epoch_ - 1).predictions;
        const auto after = series_.epoch(epoch_).predictions;
        if (before.empty() || after.empty()) return;
        for (std::size_t i = 0; i < after.size(); ++i)
            if (before[i] != after[i] && is_class(before[i]) && is_class(after[i]))
                add(EventKind::flip, i, 0);
    }

    void find_jumps() {
        std::vector<float> after = probabilities_.at(epoch_);
        for (std::size_t i = 0; i < std::min(before_.size(), after.size()); ++i) {
            const float change = after[i] - before_[i];
            if (std::abs(change) > min_jump && std::abs(change) <= 1)
                add(EventKind::jump, i, change);
        }
        before_ = std::move(after);
    }

    void find_moves() {
        const std::vector<float> distances =
            moves(series_.positions(epoch_ - 1), series_.positions(epoch_));
        const double large = large_move(distances);
        events_.large_moves[epoch_] = large;
        for (std::size_t i = 0; i < distances.size(); ++i)
            if (double{distances[i]} > large) add(EventKind::move, i, distances[i]);
    }

    void find_motion(EventKind kind, float sign) {
        if (trust_ == nullptr || epoch_ >= trust_->motion.size()) return;
        const std::span<const float> motion = trust_->motion[epoch_];
        for (std::size_t i = 0; i < motion.size(); ++i)
            if (sign * motion[i] > moved_wrongly) add(kind, i, motion[i]);
    }

    const EpochSeries& series_;
    LabelProbabilities probabilities_;
    std::size_t max_;
    const Trust* trust_;
    TrainingEvents events_;
    std::size_t epoch_ = 0;
    /// Of the previous epoch.
    std::vector<float> before_;
};

void expect_whole(const EpochSeries& series) {
    if (const auto fault = series.fault()) throw Error(*fault);
}

}  // namespace

std::size_t TrainingEvents::total() const {
    std::size_t sum = 0;
    for (const auto& epoch : counts)
        sum += std::accumulate(epoch.begin(), epoch.end(), std::size_t{0});
    return sum;
}

TrainingEvents training_events(const EpochSeries& series, const TrainingDynamics* dynamics,
                               const Job& job, std::size_t max, const Trust* trust) {
    EventFinder finder(series, dynamics, max, trust);
    for (std::size_t e = 1; e < series.epoch_count(); ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(series.epoch_count()));
        finder.find_at(e);
        series.release(e - 1);
    }
    expect_whole(series);
    TrainingEvents events = finder.take();
    const bool has_confidence = series.has_predictions() && series.has_confidence();
    events.estimated = dynamics != nullptr
                           ? dynamics->estimated
                           : has_confidence && series.classes().predictable_count() > 2;
    if (events.total() > events.size())
        events.warnings.push_back("of " + std::to_string(events.total()) + " events the first " +
                                  std::to_string(events.size()) + " are listed; all are counted");
    return events;
}

}  // namespace epochscope
