#include "cli/learned_options.h"

#include "cli/values.h"

#include <CLI/CLI.hpp>

#include <string>

namespace epochscope::cli {

namespace {

constexpr double most = 1e9;

/// An option that is a number within min..max.
template <typename Value>
CLI::Option* add_number(CLI::App& verb, const std::string& name, Value& value, double min,
                        double max, const std::string& words) {
    return verb.add_option(name, value, words)->type_name("N")->check(number_within(min, max));
}

template <typename Value>
void set(Value& value, const std::optional<Value>& said) {
    if (said) value = *said;
}

}  // namespace

void LearnedOptions::add_to(CLI::App& verb) {
    add_complex(verb);
    add_timevis(verb);
    add_number(verb, "--hold", dvi_.hold, 0, most,
               "dvi: how strongly the map of an epoch is held to that of the epoch before, the "
               "more the fewer neighbours changed. More: calmer, and less true to each epoch.")
        ->capture_default_str();
    add_training(verb);
    add_schedule(verb);
    verb.add_flag("--public-code", public_code_,
                  "timevis, dvi: as the authors' published code, where it does otherwise than the "
                  "paper: to compare results.");
}

void LearnedOptions::add_complex(CLI::App& verb) {
    add_number(verb, "--complex-neighbours", neighbours_, 2, 1000,
               "timevis, dvi: nearest neighbours that are joined in feature space, boundary "
               "points and epochs too (15). More: more of the whole, less of what is fine.");
    add_number(verb, "--spatial-draws", spatial_draws_, 0, 1e6,
               "timevis, dvi: how often the closest neighbours are drawn in a pass (5). More: "
               "slower, and truer neighbours.");
    add_number(verb, "--boundary-draws", boundary_draws_, 0, 1e6,
               "timevis, dvi: the same of boundary points (5). More: slower, and truer "
               "boundaries.");
}

void LearnedOptions::add_timevis(CLI::App& verb) {
    const auto add = [&](const char* name, auto& value, double min, double max, const char* words) {
        add_number(verb, name, value, min, max, words)->capture_default_str();
    };
    add("--temporal-draws", timevis_.temporal_draws, 0, 1e6,
        "timevis: the same of a sample and itself at other epochs. More: slower, and truer "
        "journeys.");
    add("--window", timevis_.window, 0, most,
        "timevis: among how many epochs a sample's own nearest are looked for; 0: all. More: what "
        "returns is seen to return.");
    add("--radius", timevis_.radius, 0, most,
        "timevis: of the balls around landmarks, by the longest embedding. More: fewer landmarks, "
        "faster and coarser; 0: all samples are landmarks.");
    add("--coverage", timevis_.coverage, 0, 1,
        "timevis: the share of samples that those balls hold. More: more landmarks, finer and "
        "slower.");
    add("--first-landmarks", timevis_.first_landmarks, 1, most,
        "timevis: how many landmarks are drawn at random before others are added. More: finer and "
        "slower.");
    add("--alpha", timevis_.alpha, -100, 100,
        "timevis: by how much the radius falls where embeddings are longer. More: fewer landmarks "
        "while they are short.");
    add("--beta", timevis_.beta, -100, 100,
        "timevis: by how much the radius falls where embeddings are of more dimensions. More: "
        "more landmarks where they spread in many directions.");
}

void LearnedOptions::add_training(CLI::App& verb) {
    add_number(verb, "--layers", hidden_layers_, 0, 64,
               "timevis, dvi: layers between feature space and the plane (4). More: more "
               "crooked maps, slower.");
    add_number(verb, "--reconstruction", reconstruction_, 0, most,
               "timevis, dvi: how much it counts that places lead back to their embeddings (1). "
               "More: truer landscapes; less: truer neighbours.");
    add_number(verb, "--negatives", negatives_, 0, 1000,
               "timevis, dvi: pairs that are pushed apart for each that is drawn together (5). "
               "More: groups lie farther apart.");
    add_number(verb, "--batch", batch_, 2, 1e6,
               "timevis, dvi: edges a step (1000). More: fewer and calmer steps.");
    add_number(verb, "--decay", decay_, 0, 1000,
               "timevis, dvi: how much weights shrink (0.00001). More: smoother maps.");
    verb.add_flag("--exact-loss", exact_loss_,
                  "timevis, dvi: the loss of pairs as UMAP has it; otherwise as parametric UMAP "
                  "computes it. Draws neighbours closer together.");
}

void LearnedOptions::add_schedule(CLI::App& verb) {
    add_number(verb, "--rate", rate_, 1e-12, 1000,
               "timevis, dvi: how far steps go at first (timevis: 0.01, dvi: 0.001). More: "
               "faster, up to where it does not settle.");
    add_number(verb, "--passes-per-rate", passes_per_rate_, 1, 1e6,
               "timevis, dvi: after how many passes steps become ten times shorter (4; dvi: 8). "
               "More: slower, and farther.");
    add_number(verb, "--passes", passes_, 1, 1e6,
               "timevis, dvi: how many passes at most (20; dvi: 200 an epoch).");
    add_number(verb, "--patience", patience_, 1, 1e6,
               "timevis, dvi: how many passes in a row may gain less than --least-gain before it "
               "ends (3; dvi: 8). More: longer.");
    add_number(verb, "--least-gain", least_gain_, -most, most,
               "timevis, dvi: by how much the loss should fall in a pass (0.01). More: shorter.");
}

void LearnedOptions::fill(TrainingOptions& training) const {
    set(training.hidden_layers, hidden_layers_);
    set(training.reconstruction, reconstruction_);
    set(training.negatives, negatives_);
    set(training.batch, batch_);
    set(training.decay, decay_);
    set(training.rate, rate_);
    set(training.passes_per_rate, passes_per_rate_);
    set(training.most_passes, passes_);
    set(training.patience, patience_);
    set(training.least_gain, least_gain_);
    training.softened = !exact_loss_;
}

void LearnedOptions::fill(ProjectOptions& options) const {
    options.timevis = timevis_;
    options.dvi = dvi_;
    const auto fill_both = [this](auto& method) {
        set(method.neighbours, neighbours_);
        set(method.spatial_draws, spatial_draws_);
        set(method.boundary_draws, boundary_draws_);
        method.public_code = public_code_;
        fill(method.training);
    };
    fill_both(options.timevis);
    fill_both(options.dvi);
}

}  // namespace epochscope::cli
