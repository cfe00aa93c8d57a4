// The whole process of `epochscope datamap` on training signals, against the plain Python way; and
// how many of the samples ranked as mislabelled are.
#include "bench.h"
#include "peer.h"
#include "process.h"
#include "scrub/folder.h"

#include <epochscope/analysis/data_map.h>
#include <epochscope/io/npy.h>
#include <epochscope/opening/open_signals.h>

#include <malloc.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

void append(std::string& text, double number) {
    std::array<char, 32> digits{};
    text.append(digits.begin(), std::to_chars(digits.begin(), digits.end(), number).ptr);
}

/// Probabilities as a run has them that learns: more and more of the label's.
class Lines {
  public:
    std::vector<double> logits(std::size_t classes, std::size_t label, double learnt) {
        std::vector<double> drawn(classes);
        for (double& logit : drawn) logit = normal_(random_);
        drawn[label] += learnt;
        return drawn;
    }

  private:
    std::mt19937_64 random_{1};
    std::normal_distribution<> normal_;
};

std::vector<double> softmax(std::vector<double> logits) {
    double sum = 0;
    for (double& logit : logits) sum += logit = std::exp(logit);
    for (double& logit : logits) logit /= sum;
    return logits;
}

void append_list(std::string& text, const std::vector<double>& numbers, const char* between) {
    for (std::size_t c = 0; c < numbers.size(); ++c) {
        if (c > 0) text += between;
        append(text, numbers[c]);
    }
}

/// A line as TrustAI's script prints it.
void append_trustai(std::string& text, std::size_t id, std::size_t label,
                    const std::vector<double>& probs) {
    const auto predicted =
        static_cast<std::size_t>(std::max_element(probs.begin(), probs.end()) - probs.begin());
    text += "{'id': ";
    text += std::to_string(id);
    text += ", 'label': ";
    text += std::to_string(label);
    text += ", 'pred_label': ";
    text += std::to_string(predicted);
    text += ", 'noisy_label': 0, 'correct': '";
    text += predicted == label ? "true" : "false";
    text += "', 'loss': ";
    append(text, -std::log(probs[label]));
    text += ", 'probs': [";
    append_list(text, probs, ", ");
    text += "], 'label_probs': ";
    append(text, probs[label]);
    text += "}\n";
}

void write_trustai(const fs::path& file, std::size_t samples, std::size_t evaluations,
                   std::size_t classes) {
    std::ofstream out(file, std::ios::binary);
    Lines lines;
    for (std::size_t e = 0; e < evaluations; ++e) {
        std::string text;
        for (std::size_t i = 0; i < samples; ++i)
            append_trustai(
                text, i, i % classes,
                softmax(lines.logits(classes, i % classes, 0.5 * static_cast<double>(e))));
        out << text;
    }
}

void write_cartography(const fs::path& folder, std::size_t samples, std::size_t epochs,
                       std::size_t classes) {
    fs::create_directories(folder);
    Lines lines;
    for (std::size_t e = 0; e < epochs; ++e) {
        std::string text;
        for (std::size_t i = 0; i < samples; ++i) {
            text += "{\"guid\":";
            text += std::to_string(i);
            text += ",\"logits_epoch_";
            text += std::to_string(e);
            text += "\":[";
            append_list(text, lines.logits(classes, i % classes, static_cast<double>(e)), ",");
            text += "],\"gold\":";
            text += std::to_string(i % classes);
            text += "}\n";
        }
        std::ofstream(folder / ("dynamics_epoch_" + std::to_string(e) + ".jsonl"), std::ios::binary)
            << text;
    }
}

/// What the peer sums up: of all samples the mean of p_y and its variance.
double checksum(const fs::path& signals) {
    const SignalTable table = signals_of(open_signals(signals).dynamics);
    double sum = 0;
    for (std::size_t i = 0; i < table.sample_count(); ++i)
        sum += table[Signal::avg_probs][i] + table[Signal::label_var][i];
    return sum;
}

void compare(const std::string& kind, const fs::path& signals, double bytes, std::size_t lines) {
    const Command command{EPOCHSCOPE_PROGRAM, "datamap", signals, "--json"};
    // What was just written is not to be brought to the disk while it is read.
    ::sync();
    // What this process holds at its forks would count as its child's.
    ::malloc_trim(0);
    std::vector<double> walls;
    Usage usage;
    for (int turn = 0; turn < 5; ++turn) {
        usage = run(command);
        if (!usage.succeeded) throw std::runtime_error("epochscope datamap failed");
        walls.push_back(usage.wall);
    }
    const double seconds = median(walls);
    ordered_json figures{{"lines", lines},
                         {"megabytes", bytes / 1e6},
                         {"seconds", seconds},
                         {"processor_seconds", usage.processor},
                         {"peak_megabytes", usage.peak_bytes / 1e6}};
    // Some ten seconds.
    const auto peer = peer_result("signals_peer.py", kind + " '" + signals.string() + "'");
    if (peer) {
        figures["python_seconds"] = (*peer)["seconds"];
        figures["python_processor_seconds"] = (*peer)["processor_seconds"];
        figures["times_faster_than_python"] = (*peer)["seconds"].get<double>() / seconds;
        const double theirs = (*peer)["checksum"].get<double>();
        figures["difference"] = std::abs(checksum(signals) - theirs) / theirs;
    }
    report("datamap " + kind, figures);
}

/// Of the samples ranked first, as many as were changed, the share that were changed.
void rank(const fs::path& run) {
    const TrainingDynamics dynamics = open_signals(run).dynamics;
    const std::vector<std::int32_t> truth =
        NpyArray::open(run / "dataset/true_labels.npy").integers();
    const SignalTable table = signals_of(dynamics);
    std::size_t changed = 0;
    for (std::size_t i = 0; i < truth.size(); ++i) changed += truth[i] != dynamics.labels[i];
    ordered_json figures{{"samples", truth.size()}, {"changed", changed}};
    for (const Signal signal :
         {Signal::avg_probs, Signal::aum, Signal::el2n_mean, Signal::forgetfulness,
          Signal::forgetting_times, Signal::suspicion}) {
        const std::vector<std::uint32_t> order = ranked(table, signal);
        const auto found =
            std::count_if(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(changed),
                          [&](std::uint32_t i) { return truth[i] != dynamics.labels[i]; });
        figures[std::string(name_of(signal))] =
            static_cast<double>(found) / static_cast<double>(changed);
    }
    report("mislabelled " + run.filename().string(), figures);
}

}  // namespace

void bench_signals() {
    const Folder folder;
    constexpr std::size_t samples = 100'000;
    const fs::path file = folder.path() / "output_data.json";
    write_trustai(file, samples, 10, 5);
    compare("trustai", file, static_cast<double>(fs::file_size(file)), 10 * samples);
    const fs::path dynamics = folder.path() / "run/training_dynamics";
    write_cartography(dynamics, samples, 5, 3);
    double bytes = 0;
    for (const auto& entry : fs::directory_iterator(dynamics))
        bytes += static_cast<double>(entry.file_size());
    compare("cartography", folder.path() / "run", bytes, 5 * samples);
    const fs::path run =
        fs::path(EPOCHSCOPE_SOURCE_DIR) / "../shared/data/recordings/digits-classifier";
    if (fs::exists(run)) rank(fs::canonical(run));
}

}  // namespace epochscope::bench
