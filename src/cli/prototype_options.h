#pragma once

#include <epochscope/analysis/find_prototypes.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace epochscope::cli {

/// What `prototypes` was called with.
struct PrototypeCall {
    std::string recording;
    std::string out;
    std::string over;
    std::string clusters;
    std::vector<std::string> assignments;
    bool normalise = false;
    int batch = 64;
    int negatives = 16;
    double temperature = 0.2;
    int nearest = 5;
    std::optional<double> alpha;
    double lambda = 0.1;
    std::string weights = "normalised";
    std::uint64_t seed = 0;
    int threads = 0;
    bool json = false;
};

/// Declares them, and the page of help.
void add_prototype_options(CLI::App& verb, PrototypeCall& call);

/// Throws CallError where the options contradict each other or one is missing.
void check(const PrototypeCall& call);

/// What is worked out by them, but for recorded clusters. Throws CallError for numbers of clusters
/// that are none.
PrototypeOptions options_of(const PrototypeCall& call);

}  // namespace epochscope::cli
