// How many planted faults of small networks are found within two epochs, and how many healthy ones
// are taken for faulty: by the alerts of `health`, by the rule of SentryCam (Yang et al. 2024), and
// by the loss of a held-out set. The thresholds of `health` were chosen on seeds from 1000 on.
#include "bench.h"
#include "peer.h"
#include "scrub/folder.h"

#include <epochscope/analysis/alerts.h>
#include <epochscope/analysis/health.h>
#include <epochscope/io/recording.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <vector>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t networks = 72;
constexpr std::int64_t in_time = 2;

/// The numbers of the epochs at which a rule says something.
using Alarms = std::vector<std::int64_t>;

/// Whether a value fell for two epochs, by more than 0.2 standard deviations of the last ten at
/// last. `sign` -1: rose.
bool falls(std::span<const double> values, double sign) {
    constexpr double least = 0.2;
    constexpr std::size_t window = 10;
    if (values.size() < 3) return false;
    const auto last = values.last(3);
    if (sign * (last[1] - last[0]) >= 0 || sign * (last[2] - last[1]) >= 0) return false;
    const auto recent = values.last(std::min(window, values.size()));
    double sum = 0;
    double squares = 0;
    for (const double value : recent) {
        sum += value;
        squares += value * value;
    }
    const auto count = static_cast<double>(recent.size());
    const double variance = squares / count - sum / count * (sum / count);
    return std::abs(last[2] - last[1]) > least * std::sqrt(std::max(variance, 0.0));
}

Alarms alarms_of_health(const Recording& recording, std::span<const EpochHealth> epochs) {
    Alarms alarms;
    for (const HealthAlert& alert : alerts_of(epochs, recording.classes()))
        alarms.push_back(alert.epoch);
    return alarms;
}

/// The rule that SentryCam publishes: the distance of class centres falls, or the within-class
/// variance rises.
Alarms alarms_of_sentrycam(std::span<const EpochHealth> epochs) {
    Alarms alarms;
    std::vector<double> distances;
    std::vector<double> variances;
    for (const EpochHealth& epoch : epochs) {
        if (epoch[HealthSignal::centre_distance])
            distances.push_back(*epoch[HealthSignal::centre_distance]);
        if (epoch[HealthSignal::within_variance])
            variances.push_back(*epoch[HealthSignal::within_variance]);
        if (falls(distances, 1) || falls(variances, -1)) alarms.push_back(epoch.number);
    }
    return alarms;
}

/// The loss of a held-out set rises for two epochs.
Alarms alarms_of_loss(const json& losses) {
    Alarms alarms;
    for (std::size_t e = 2; e < losses.size(); ++e) {
        if (!losses[e].is_number() || !losses[e - 1].is_number() || !losses[e - 2].is_number())
            continue;
        if (losses[e] > losses[e - 1] && losses[e - 1] > losses[e - 2])
            alarms.push_back(static_cast<std::int64_t>(e) + 1);
    }
    return alarms;
}

/// What a rule is worth.
struct Score {
    std::size_t found = 0;
    std::size_t false_alarms = 0;

    void add(const Alarms& alarms, const json& fault_epoch) {
        if (fault_epoch.is_null()) {
            if (!alarms.empty()) ++false_alarms;
            return;
        }
        const auto begin = fault_epoch.get<std::int64_t>();
        if (std::ranges::any_of(alarms, [begin](std::int64_t epoch) {
                return epoch >= begin && epoch <= begin + in_time;
            }))
            ++found;
    }
};

void measure(std::uint64_t first_seed, const std::string& which) {
    const Folder folder;
    const auto made =
        peer_result("health_runs.py", quoted(folder.path()) + " " + std::to_string(networks) + " " +
                                          std::to_string(first_seed));
    if (!made) return;
    std::array<Score, 3> scores;
    std::size_t faulty = 0;
    for (const auto& [name, truth] : made->items()) {
        const Recording recording = open_recording(folder.path() / name).recording;
        const std::vector<EpochHealth> epochs = measure_health(recording);
        scores[0].add(alarms_of_health(recording, epochs), truth["epoch"]);
        scores[1].add(alarms_of_sentrycam(epochs), truth["epoch"]);
        scores[2].add(alarms_of_loss(truth["held_out_loss"]), truth["epoch"]);
        if (!truth["epoch"].is_null()) ++faulty;
    }
    const std::array<std::string, 3> rules{"health", "sentrycam", "loss"};
    nlohmann::ordered_json figures{
        {"seeds", which}, {"faulty", faulty}, {"healthy", made->size() - faulty}};
    for (std::size_t r = 0; r < rules.size(); ++r) {
        figures[rules[r] + "_found"] = scores[r].found;
        figures[rules[r] + "_false_alarms"] = scores[r].false_alarms;
    }
    report("health alerts", figures);
}

}  // namespace

void bench_health() {
    measure(1000, "thresholds chosen on these");
    measure(2000, "not used for thresholds");
}

}  // namespace epochscope::bench
