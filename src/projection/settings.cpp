#include "projection/settings.h"

#include "projection/placed.h"

namespace epochscope {

namespace {

using Settings = std::map<std::string, std::string>;

std::string truth_of(bool value) { return value ? "true" : "false"; }

Settings settings_of(const TrainingOptions& options) {
    return {{"hidden_layers", std::to_string(options.hidden_layers)},
            {"reconstruction", text_of(options.reconstruction)},
            {"negatives", std::to_string(options.negatives)},
            {"batch", std::to_string(options.batch)},
            {"rate", text_of(options.rate)},
            {"decay", text_of(options.decay)},
            {"passes_per_rate", std::to_string(options.passes_per_rate)},
            {"least_rate", text_of(options.least_rate)},
            {"most_passes", std::to_string(options.most_passes)},
            {"patience", std::to_string(options.patience)},
            {"least_gain", text_of(options.least_gain)},
            {"loss", options.softened ? "softened" : "exact"}};
}

}  // namespace

Settings settings_of(const TimevisOptions& options) {
    Settings settings = settings_of(options.training);
    settings.insert({{"method", "timevis"},
                     {"complex_neighbours", std::to_string(options.neighbours)},
                     {"window", std::to_string(options.window)},
                     {"radius", text_of(options.radius)},
                     {"coverage", text_of(options.coverage)},
                     {"alpha", text_of(options.alpha)},
                     {"beta", text_of(options.beta)},
                     {"first_landmarks", std::to_string(options.first_landmarks)},
                     {"spatial_draws", text_of(options.spatial_draws)},
                     {"boundary_draws", text_of(options.boundary_draws)},
                     {"temporal_draws", text_of(options.temporal_draws)},
                     {"public_code", truth_of(options.public_code)},
                     {"seed", std::to_string(options.seed)}});
    return settings;
}

Settings settings_of(const DviOptions& options) {
    Settings settings = settings_of(options.training);
    settings.insert({{"method", "dvi"},
                     {"complex_neighbours", std::to_string(options.neighbours)},
                     {"hold", text_of(options.hold)},
                     {"spatial_draws", text_of(options.spatial_draws)},
                     {"boundary_draws", text_of(options.boundary_draws)},
                     {"public_code", truth_of(options.public_code)},
                     {"seed", std::to_string(options.seed)}});
    return settings;
}

}  // namespace epochscope
