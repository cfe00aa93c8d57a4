#include "cli/method_options.h"

#include "cli/values.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

constexpr std::array<std::pair<const char*, Method>, 5> methods{{{"pca", Method::pca},
                                                                 {"tsne", Method::tsne},
                                                                 {"spacetime", Method::spacetime},
                                                                 {"timevis", Method::timevis},
                                                                 {"dvi", Method::dvi}}};

std::vector<std::string> names() {
    std::vector<std::string> all;
    all.reserve(methods.size());
    for (const auto& [name, method] : methods) all.emplace_back(name);
    return all;
}

}  // namespace

void MethodOptions::add_to(CLI::App& verb) {
    verb.add_option("--method", method_,
                    "pca: the two directions in feature space in which samples vary most. tsne: "
                    "places that keep who is near whom, an epoch after another. spacetime: all "
                    "epochs at once, so that places keep who is near whom and how far samples "
                    "travel. timevis: one learned map for all epochs. dvi: a learned map for each, "
                    "begun as that of the epoch before.")
        ->type_name(CLI::detail::join(names(), "|"))
        ->check(one_of(names()));
    verb.add_flag("--per-epoch", per_epoch_,
                  "pca: directions of each epoch's own, turned to lie as the epoch before does, "
                  "instead of the same for all epochs: shows more of each epoch, and movement "
                  "that is not there.");
    add_shared(verb);
    add_tsne(verb);
    add_spacetime(verb);
    learned_.add_to(verb);
}

void MethodOptions::add_shared(CLI::App& verb) {
    verb.add_option("--perplexity", perplexity_,
                    "tsne, spacetime: how many neighbours each sample has, in effect. Small: fine "
                    "grain; large: the whole.")
        ->type_name("P")
        ->check(number_within(1, 1000))
        ->capture_default_str();
    verb.add_option("--iterations", iterations_,
                    "tsne: iterations of the first epoch, after 250 with attraction exaggerated "
                    "(750 unless you say). spacetime: iterations of all epochs together, after 100 "
                    "(400).")
        ->type_name("N")
        ->check(number_within(0, 100000));
    verb.add_option("--seed", seed_,
                    "tsne: of the little that is left to chance (samples on a line). spacetime: "
                    "also of the landmarks. timevis, dvi: of all that is drawn.")
        ->type_name("S")
        ->capture_default_str();
}

void MethodOptions::add_tsne(CLI::App& verb) {
    verb.add_option("--warm-iterations", tsne_.warm_iterations,
                    "tsne: iterations of each other epoch, which starts from the one before.")
        ->type_name("N")
        ->check(number_within(0, 100000))
        ->capture_default_str();
    verb.add_option("--pull", tsne_.pull,
                    "tsne: how strongly samples are held where they were at the epoch before. "
                    "More: calmer, and less true to each epoch.")
        ->type_name("L")
        ->check(number_within(0, 1000000))
        ->capture_default_str();
    verb.add_flag("--independent", independent_,
                  "tsne: every epoch by itself, from its principal components, turned to lie as "
                  "the one before does.");
}

void MethodOptions::add_spacetime(CLI::App& verb) {
    verb.add_option("--lambda", spacetime_.lambda,
                    "spacetime: how much it counts that samples travel in the plane as far as they "
                    "do in feature space. More: truer journeys; less: truer neighbours.")
        ->type_name("L")
        ->check(number_within(0, 1000))
        ->capture_default_str();
    verb.add_option("--landmarks", spacetime_.landmarks,
                    "spacetime: of more samples, so many are laid out, and the others placed among "
                    "them by who is near in feature space. More: slower and finer.")
        ->type_name("N")
        ->check(number_within(2, 1000000))
        ->capture_default_str();
    verb.add_option("--map-passes", spacetime_.map_passes,
                    "spacetime: passes over the samples in which maps from feature space to the "
                    "plane and back are learned of the places; the landscape is painted by them. "
                    "More: truer maps; 0: none.")
        ->type_name("N")
        ->check(number_within(0, 10000))
        ->capture_default_str();
}

ProjectOptions MethodOptions::options() const {
    ProjectOptions options;
    for (const auto& [name, method] : methods)
        if (method_ == name) options.method = method;
    options.pca.per_epoch = per_epoch_;
    options.tsne = tsne_;
    options.tsne.warm_start = !independent_;
    options.spacetime = spacetime_;
    options.tsne.perplexity = options.spacetime.perplexity = perplexity_;
    learned_.fill(options);
    options.tsne.seed = options.spacetime.seed = options.timevis.seed = options.dvi.seed = seed_;
    if (iterations_) options.tsne.iterations = options.spacetime.iterations = *iterations_;
    return options;
}

}  // namespace epochscope::cli
