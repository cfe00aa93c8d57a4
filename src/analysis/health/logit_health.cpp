#include "analysis/health/logit_health.h"

#include <epochscope/model/training_dynamics.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace epochscope {

namespace {

constexpr std::size_t bins = 15;

/// Sums over the samples that are labelled and evaluated.
class LogitTally {
  public:
    explicit LogitTally(std::size_t classes) : class_right_(classes, 0), class_count_(classes, 0) {}

    void add(std::int32_t label, const SampleEvaluation& evaluation, double loss) {
        const bool is_right = evaluation.prediction == label;
        ++count_;
        right_ += is_right ? 1 : 0;
        loss_ += loss;
        margin_ += static_cast<double>(evaluation.margin);
        const auto index = static_cast<std::size_t>(label);
        ++class_count_[index];
        class_right_[index] += is_right ? 1 : 0;
        const auto confidence = static_cast<double>(evaluation.confidence);
        Bin& bin = bins_[std::min(static_cast<std::size_t>(confidence * bins), bins - 1)];
        bin.confidence += confidence;
        bin.right += is_right ? 1 : 0;
    }

    void put(EpochHealth& health) const {
        for (std::size_t c = 0; c < class_count_.size(); ++c)
            health.class_accuracy.push_back(
                class_count_[c] == 0 ? std::nullopt
                                     : std::optional(ratio(class_right_[c], class_count_[c])));
        if (count_ == 0) return;
        const auto set = [&](HealthSignal signal, double value) {
            if (std::isfinite(value)) health.values[static_cast<std::size_t>(signal)] = value;
        };
        const auto of = static_cast<double>(count_);
        set(HealthSignal::accuracy, ratio(right_, count_));
        set(HealthSignal::loss, loss_ / of);
        set(HealthSignal::margin, margin_ / of);
        double error = 0;
        for (const Bin& bin : bins_)
            error += std::abs(bin.confidence - static_cast<double>(bin.right));
        set(HealthSignal::ece, error / of);
    }

  private:
    struct Bin {
        double confidence = 0;
        std::size_t right = 0;
    };

    static double ratio(std::size_t part, std::size_t of) {
        return static_cast<double>(part) / static_cast<double>(of);
    }

    std::size_t count_ = 0;
    std::size_t right_ = 0;
    double loss_ = 0;
    double margin_ = 0;
    std::array<Bin, bins> bins_{};
    std::vector<std::size_t> class_right_;
    std::vector<std::size_t> class_count_;
};

bool is_finite(std::span<const float> row) {
    return std::ranges::all_of(row, [](float value) { return std::isfinite(value); });
}

}  // namespace

std::vector<std::int32_t> measure_logits(const Recording& recording, std::size_t epoch,
                                         EpochHealth& health) {
    const RecordedEpoch& recorded = recording.epoch(epoch);
    if (recorded.logits.empty()) return {};
    const std::span<const std::int32_t> labels = recording.labels();
    std::vector<std::int32_t> predictions(labels.size(), -1);
    LogitTally tally(recording.class_count());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto logits = recorded.logits.row(i);
        if (!is_finite(logits)) continue;
        const bool is_labelled = recording.classes().is_labelled(labels[i]);
        // Without a label, only the prediction counts.
        const SampleEvaluation evaluation = evaluate_logits(logits, is_labelled ? labels[i] : 0);
        predictions[i] = evaluation.prediction;
        if (!is_labelled) continue;
        const bool has_loss = !recorded.losses.empty() && std::isfinite(recorded.losses[i]);
        tally.add(labels[i], evaluation,
                  static_cast<double>(has_loss ? recorded.losses[i] : evaluation.loss));
    }
    tally.put(health);
    return predictions;
}

}  // namespace epochscope
