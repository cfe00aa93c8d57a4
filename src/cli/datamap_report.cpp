#include "cli/datamap_report.h"

#include "cli/values.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

using Json = nlohmann::ordered_json;

/// How many of the most suspicious samples are named.
constexpr std::size_t suspects_named = 10;

constexpr std::array presets{std::pair("probably_mislabelled", MapPreset::mislabelled),
                             std::pair("ambiguous", MapPreset::ambiguous),
                             std::pair("easy", MapPreset::easy),
                             std::pair("forgotten", MapPreset::forgotten),
                             std::pair("never_learnt", MapPreset::never_learnt)};

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json evaluations_of(const TrainingDynamics& dynamics) {
    Json list = Json::array();
    for (const Evaluation& evaluation : dynamics.evaluations) {
        std::size_t samples = 0;
        std::size_t right = 0;
        double sum = 0;
        for (std::size_t i = 0; i < dynamics.sample_count(); ++i) {
            if (!evaluation.has(i)) continue;
            ++samples;
            right += evaluation.right[i] != 0 ? 1 : 0;
            sum += evaluation.label_probability[i];
        }
        const auto all = static_cast<double>(samples);
        list.push_back({{"number", evaluation.number},
                        {"samples", samples},
                        {"accuracy", number(static_cast<double>(right) / all)},
                        {"avg_probs", number(sum / all)}});
    }
    return list;
}

std::string words_of(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

void print_count(std::ostream& out, const std::string& name, std::size_t count,
                 std::size_t samples) {
    out << "  " << std::left << std::setw(40) << name << std::right << std::setw(10) << count
        << std::setw(9) << std::fixed << std::setprecision(1)
        << 100 * static_cast<double>(count) / static_cast<double>(samples) << " %\n";
}

}  // namespace

Json json_of(const DataMapReport& report) {
    const TrainingDynamics& dynamics = report.source.dynamics;
    Json json{{"signals", report.source.name},
              {"format", report.source.format},
              {"samples", dynamics.sample_count()},
              {"classes", dynamics.class_count()},
              {"evaluations", evaluations_of(dynamics)},
              {"estimated", dynamics.estimated},
              {"vertical", name_of(report.map.vertical)},
              {"horizontal", name_of(report.map.horizontal)},
              {"on_the_map", report.map.samples.size()}};
    for (std::size_t g = 0; g < report.map.groups.size(); ++g)
        json["groups"][report.map.groups[g].name] = report.map.counts[g];
    for (const auto& [name, preset] : presets)
        json["presets"][name] = count_of(report.table, preset);
    const auto ranges = ranges_of(report.table, report.threads);
    for (std::size_t s = 0; s < signal_count; ++s)
        json["spread"][std::string(name_of(static_cast<Signal>(s)))] = {
            {"min", number(ranges[s].min)},
            {"mean", number(ranges[s].mean)},
            {"max", number(ranges[s].max)}};
    json["suspects"] = Json::array();
    for (const std::uint32_t i : most_suspicious(report.table, suspects_named))
        json["suspects"].push_back(
            {{"id", dynamics.ids[i]}, {"suspicion", report.table[Signal::suspicion][i]}});
    json["warnings"] = dynamics.warnings;
    return json;
}

void print_report(std::ostream& out, const DataMapReport& report) {
    const TrainingDynamics& dynamics = report.source.dynamics;
    const std::size_t samples = dynamics.sample_count();
    out << printable(report.source.name) << " (" << report.source.format
        << "): " << words_of(samples, "sample", "samples") << " of "
        << words_of(dynamics.class_count(), "class", "classes") << ", "
        << words_of(dynamics.evaluation_count(), "evaluation", "evaluations") << "\n\n";
    out << "On the map, " << name_of(report.map.vertical) << " over "
        << name_of(report.map.horizontal) << ":\n";
    for (std::size_t g = 0; g < report.map.groups.size(); ++g)
        print_count(out, report.map.groups[g].name, report.map.counts[g], samples);
    out << "\nSamples to look at:\n";
    constexpr std::array words{"probably mislabelled (hard to learn)", "ambiguous", "easy to learn",
                               "forgotten at least once", "never learnt"};
    for (std::size_t p = 0; p < presets.size(); ++p)
        print_count(out, words[p], count_of(report.table, presets[p].second), samples);
    const std::vector<std::uint32_t> named = most_suspicious(report.table, suspects_named);
    if (named.empty()) return;
    out << "\nMost likely mislabelled, by suspicion:\n ";
    for (const std::uint32_t i : named) out << ' ' << printable(dynamics.ids[i]);
    out << '\n';
}

}  // namespace epochscope::cli
