#pragma once

#include <epochscope/analysis/data_map.h>

#include <optional>
#include <string>

namespace CLI {
class App;
}

namespace epochscope::cli {

/// What `epochscope datamap` was called with.
struct DataMapCall {
    std::string signals;
    std::string tsv;
    std::string out;
    std::string png;
    std::string size = "2400x1800";
    bool json = false;
    std::string style = "trustai";
    std::optional<std::string> attr1;
    std::optional<std::string> attr2;
    std::string criterion;
    std::optional<double> threshold;
    double min_learnt = -1;
    double min_forgotten = -1;
    std::string select;
    std::optional<double> fraction;
    bool worst = false;
    bool both_ends = false;
    std::string ids;
    int threads = 0;

    [[nodiscard]] bool is_cartography() const { return style == "cartography"; }
};

/// Declares the verb and its options, to be read into `call`, which must stay where it is.
void add_datamap_options(CLI::App& program, DataMapCall& call);

/// Throws CallError where options contradict each other.
void check_call(const DataMapCall& call);

/// What is to be on the map. Throws CallError for what is no signal.
MapOptions map_options(const DataMapCall& call);

/// What is to be chosen; nothing without --select. Throws CallError for what is no signal.
std::optional<SampleChoice> sample_choice(const DataMapCall& call);

}  // namespace epochscope::cli
