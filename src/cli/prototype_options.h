#pragma once

#include <epochscope/analysis/find_prototypes.h>

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
    PrototypeOptions options;
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
