#include <epochscope/analysis/alerts.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

namespace epochscope {

namespace {

constexpr std::size_t history = 5;
constexpr std::size_t min_history = 3;

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::string words(double value) {
    std::ostringstream out;
    out.precision(3);
    out << value;
    return out.str();
}

/// The values of one signal before the epoch in turn.
class History {
  public:
    void add(double value) {
        if (values_.empty()) first_ = value;
        smallest_ = std::min(smallest_, value);
        values_.push_back(value);
    }
    [[nodiscard]] bool is_long(std::size_t count = min_history) const {
        return values_.size() >= count;
    }
    /// Of the last five.
    [[nodiscard]] double usual() const {
        const auto count = static_cast<std::ptrdiff_t>(std::min(values_.size(), history));
        return median({values_.end() - count, values_.end()});
    }
    /// What a falling signal has gained since it was at `start`, or at its first value if that is
    /// more.
    [[nodiscard]] double progress(double start) const {
        return std::max(start, first_) - smallest_;
    }
    /// What it has risen by over the last `count` epochs and `now`, each above the one before.
    [[nodiscard]] std::optional<double> rise(double now, std::size_t count) const {
        if (values_.size() < count) return std::nullopt;
        double above = now;
        for (std::size_t i = 0; i < count; ++i) {
            const double before = values_[values_.size() - 1 - i];
            if (!(above > before)) return std::nullopt;
            above = before;
        }
        return now - above;
    }

  private:
    std::vector<double> values_;
    double first_ = 0;
    double smallest_ = std::numeric_limits<double>::infinity();
};

class Watch {
  public:
    Watch(const Classes& classes, const AlertRules& rules) : classes_(classes), rules_(rules) {}

    void look_at(std::size_t index, const EpochHealth& epoch) {
        index_ = index;
        epoch_ = epoch.number;
        look_at_not_finite(epoch);
        look_at_loss(epoch);
        look_at_accuracy(epoch);
        look_at_classes(epoch);
        look_at_rank(epoch);
        look_at_centres(epoch);
        look_at_dead(epoch);
    }

    std::vector<HealthAlert> take() { return std::move(alerts_); }

  private:
    /// Whether a rule was quiet before it fired now. `part` is a class, if it is about one.
    bool is_news(const std::string& signal, std::size_t part) {
        const auto [last, is_first] = last_.try_emplace({signal, part}, index_);
        const bool was_quiet = !is_first && index_ - last->second > quiet_epochs;
        last->second = index_;
        return is_first || was_quiet;
    }

    void tell(const std::string& signal, double value, std::string why) {
        if (is_news(signal, 0)) alerts_.push_back({epoch_, signal, value, std::move(why)});
    }

    void look_at_not_finite(const EpochHealth& epoch) {
        const auto share = epoch[HealthSignal::not_finite];
        if (share && *share > rules_.max_not_finite)
            tell("not_finite", *share,
                 words(100 * *share) +
                     " % of the samples have features or logits that are not "
                     "finite");
    }

    void look_at_loss(const EpochHealth& epoch) {
        const auto loss = epoch[HealthSignal::loss];
        if (!loss) return;
        if (losses_.is_long()) {
            const double usual = losses_.usual();
            const double bound = rules_.lost_progress * losses_.progress(chance());
            const auto rise = losses_.rise(*loss, rules_.rising_epochs);
            if (*loss - usual > bound)
                tell("loss", *loss,
                     "the loss rose to " + words(*loss) + ", after " + words(usual) +
                         " in the epochs before");
            else if (rules_.rising_epochs > 0 && rise && *rise > bound)
                tell("loss", *loss,
                     "the loss rose " + std::to_string(rules_.rising_epochs) +
                         " epochs in a row, to " + words(*loss));
        }
        losses_.add(*loss);
    }

    /// The cross-entropy of a model that knows nothing.
    [[nodiscard]] double chance() const {
        return std::log(static_cast<double>(classes_.predictable_count()));
    }

    /// Whether a value has fallen by `drop`; by twice as much if little is known of before.
    static bool fell(const History& before, double value, double drop) {
        if (!before.is_long(1)) return false;
        return before.usual() - value > (before.is_long() ? drop : 2 * drop);
    }

    void look_at_accuracy(const EpochHealth& epoch) {
        const auto accuracy = epoch[HealthSignal::accuracy];
        if (!accuracy) return;
        if (fell(accuracies_, *accuracy, rules_.accuracy_drop))
            tell("accuracy", *accuracy,
                 "the accuracy fell to " + words(*accuracy) + ", after " +
                     words(accuracies_.usual()) + " in the epochs before");
        accuracies_.add(*accuracy);
    }

    /// One alert for all classes of an epoch.
    void look_at_classes(const EpochHealth& epoch) {
        by_class_.resize(std::max(by_class_.size(), epoch.class_accuracy.size()));
        std::vector<std::size_t> fallen;
        for (std::size_t c = 0; c < epoch.class_accuracy.size(); ++c) {
            const auto accuracy = epoch.class_accuracy[c];
            if (!accuracy) continue;
            if (fell(by_class_[c], *accuracy, rules_.class_drop) && is_news("class_accuracy", c))
                fallen.push_back(c);
        }
        if (!fallen.empty()) tell_classes(epoch, fallen);
        for (std::size_t c = 0; c < epoch.class_accuracy.size(); ++c)
            if (const auto accuracy = epoch.class_accuracy[c]) by_class_[c].add(*accuracy);
    }

    void tell_classes(const EpochHealth& epoch, const std::vector<std::size_t>& fallen) {
        const std::size_t worst = *std::ranges::min_element(
            fallen, {}, [&](std::size_t c) { return *epoch.class_accuracy[c]; });
        const double value = *epoch.class_accuracy[worst];
        alerts_.push_back(
            {epoch_, "class_accuracy", value,
             fallen.size() == 1
                 ? "the accuracy of " + classes_.names[worst] + " fell to " + words(value) +
                       ", after " + words(by_class_[worst].usual()) + " in the epochs before"
                 : "the accuracy of " + std::to_string(fallen.size()) + " classes fell, that of " +
                       classes_.names[worst] + " to " + words(value) + ", after " +
                       words(by_class_[worst].usual()) + " in the epochs before"});
    }

    void look_at_rank(const EpochHealth& epoch) {
        const auto rank = epoch[HealthSignal::effective_rank];
        if (!rank) return;
        if (ranks_.is_long(history) && fell(ranks_, *rank, rules_.rank_drop * ranks_.usual()))
            tell("effective_rank", *rank,
                 "the features collapse: their effective rank fell to " + words(*rank) +
                     ", after " + words(ranks_.usual()) + " in the epochs before");
        ranks_.add(*rank);
    }

    void look_at_centres(const EpochHealth& epoch) {
        const auto distance = epoch[HealthSignal::centre_distance];
        if (!distance) return;
        if (distances_.is_long(history) &&
            fell(distances_, *distance, rules_.centre_drop * distances_.usual()))
            tell("centre_distance", *distance,
                 "the classes run together: the distance of their centres fell to " +
                     words(*distance) + ", after " + words(distances_.usual()) +
                     " in the epochs before");
        distances_.add(*distance);
    }

    void look_at_dead(const EpochHealth& epoch) {
        const auto share = epoch[HealthSignal::dead_features];
        if (!share) return;
        if (deaths_.is_long(1) && *share - deaths_.usual() > rules_.dead_rise)
            tell("dead_features", *share,
                 words(100 * *share) + " % of the features are the same for all samples, after " +
                     words(100 * deaths_.usual()) + " % in the epochs before");
        deaths_.add(*share);
    }

    const Classes& classes_;
    const AlertRules& rules_;
    std::size_t index_ = 0;
    std::int64_t epoch_ = 0;
    History losses_;
    History accuracies_;
    History ranks_;
    History distances_;
    History deaths_;
    std::vector<History> by_class_;
    /// The last epoch at which a rule fired, by signal and class.
    std::map<std::pair<std::string, std::size_t>, std::size_t> last_;
    std::vector<HealthAlert> alerts_;
};

}  // namespace

std::vector<Option> options_of(AlertRules& rules) {
    return {
        {.id = "max-not-finite",
         .value = &rules.max_not_finite,
         .help = "Alert if a larger fraction of samples is not finite.",
         .range = {0, 1, 0.05},
         .unit = "P"},
        {.id = "lost-progress",
         .value = &rules.lost_progress,
         .help = "Alert if the loss rises by more than this fraction of what training had gained.",
         .range = {0, 1e6, 0.05},
         .unit = "P"},
        {.id = "accuracy-drop",
         .value = &rules.accuracy_drop,
         .help = "Alert if the accuracy falls by more than this.",
         .range = {0, 1, 0.05},
         .unit = "A"},
        {.id = "class-drop",
         .value = &rules.class_drop,
         .help = "Alert if the accuracy of a class falls by more than this.",
         .range = {0, 1, 0.05},
         .unit = "A"},
        {.id = "rank-drop",
         .value = &rules.rank_drop,
         .help = "Alert if the effective rank falls by more than this fraction of it.",
         .range = {0, 1, 0.05},
         .unit = "P"},
        {.id = "centre-drop",
         .value = &rules.centre_drop,
         .help =
             "Alert if the distance between centres of classes falls by more than this fraction "
             "of it.",
         .range = {0, 1, 0.05},
         .unit = "P"},
        {.id = "dead-rise",
         .value = &rules.dead_rise,
         .help = "Alert if the fraction of dead features rises by more than this.",
         .range = {0, 1, 0.05},
         .unit = "P"},
        {.id = "rising-epochs",
         .value = &rules.rising_epochs,
         .help = "Alert if the loss rises so many epochs in a row; 0: never.",
         .range = {0, 1000},
         .unit = "N"},
    };
}

std::vector<HealthAlert> alerts_of(std::span<const EpochHealth> epochs, const Classes& classes,
                                   const AlertRules& rules) {
    Watch watch(classes, rules);
    for (std::size_t i = 0; i < epochs.size(); ++i) watch.look_at(i, epochs[i]);
    return watch.take();
}

}  // namespace epochscope
