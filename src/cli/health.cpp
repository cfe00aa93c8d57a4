#include "cli/json_values.h"
#include "cli/opening.h"
#include "cli/options.h"
#include "cli/progress_bar.h"
#include "cli/values.h"

#include <epochscope/analysis/alerts.h>
#include <epochscope/analysis/health.h>
#include <epochscope/io/process.h>
#include <epochscope/io/recording.h>
#include <epochscope/opening/followed_health.h>
#include <epochscope/opening/followed_run.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iomanip>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// The exit code where there are alerts.
constexpr int has_alerts = 3;

struct HealthCall {
    std::string recording;
    std::string epochs;
    bool json = false;
    bool follow = false;
    std::string on_alert;
    int threads = 0;
    AlertRules rules;
};

/// What is known of a run so far.
struct Findings {
    std::vector<EpochHealth> epochs;
    std::vector<HealthAlert> alerts;
};

Json json_of(const Findings& findings) {
    Json numbers = Json::array();
    for (const EpochHealth& epoch : findings.epochs) numbers.push_back(epoch.number);
    Json signals = Json::object();
    for (std::size_t s = 0; s < health_signal_count; ++s) {
        Json values = Json::array();
        for (const EpochHealth& epoch : findings.epochs)
            values.push_back(number_or_null(epoch.values[s]));
        signals[std::string(name_of(static_cast<HealthSignal>(s)))] = std::move(values);
    }
    Json alerts = Json::array();
    for (const HealthAlert& alert : findings.alerts)
        alerts.push_back({{"epoch", alert.epoch},
                          {"signal", alert.signal},
                          {"value", alert.value},
                          {"why", alert.why}});
    return {{"epochs", std::move(numbers)},
            {"signals", std::move(signals)},
            {"alerts", std::move(alerts)}};
}

constexpr int name_width = 17;
constexpr int value_width = 9;

std::string short_number(const std::optional<double>& value) {
    if (!value) return "-";
    std::ostringstream out;
    out << std::setprecision(4) << *value;
    return out.str();
}

/// A line a signal: its first, its middle and its last value, and its range.
void print_signals(const Findings& findings, std::ostream& out) {
    out << std::left << std::setw(name_width) << "" << std::right;
    for (const char* title : {"first", "middle", "last", "min", "max"})
        out << std::setw(value_width + 2) << title;
    out << '\n';
    const auto& epochs = findings.epochs;
    for (std::size_t s = 0; s < health_signal_count; ++s) {
        std::optional<double> min;
        std::optional<double> max;
        for (const EpochHealth& epoch : epochs)
            if (const auto& value = epoch.values[s]) {
                min = std::min(min.value_or(*value), *value);
                max = std::max(max.value_or(*value), *value);
            }
        out << std::left << std::setw(name_width) << name_of(static_cast<HealthSignal>(s))
            << std::right;
        for (const auto& value : {epochs.front().values[s], epochs[epochs.size() / 2].values[s],
                                  epochs.back().values[s], min, max})
            out << std::setw(value_width + 2) << short_number(value);
        out << '\n';
    }
}

std::string words_of(const HealthAlert& alert) {
    return "epoch " + std::to_string(alert.epoch) + ": " + alert.why;
}

void print_alerts(const Findings& findings, std::ostream& out) {
    if (findings.alerts.empty()) out << "No alerts.\n";
    for (const HealthAlert& alert : findings.alerts) out << "ALERT " << words_of(alert) << '\n';
}

/// The program of --on-alert; nothing if there is none. Throws CallError if it cannot be found.
std::optional<fs::path> program_of(const HealthCall& call) {
    if (call.on_alert.empty()) return std::nullopt;
    const bool is_path = call.on_alert.find('/') != std::string::npos;
    auto program = is_path ? std::optional(fs::path(call.on_alert)) : find_program(call.on_alert);
    std::error_code error;
    if (!program || !fs::exists(*program, error))
        throw CallError("--on-alert: there is no program " + call.on_alert);
    return program;
}

/// Runs the command for each alert, without a shell: epoch, signal, value and sentence are its
/// arguments.
void call_command(const HealthCall& call, std::span<const HealthAlert> alerts, const Stage& stage) {
    const std::optional<fs::path> program = program_of(call);
    if (!program) return;
    for (const HealthAlert& alert : alerts) {
        const std::vector<std::string> arguments{std::to_string(alert.epoch), alert.signal,
                                                 short_number(alert.value), alert.why};
        Process process(*program, arguments, [&](std::string_view line) {
            stage.err << printable(std::string(line)) << '\n';
        });
        const Process::Exit exit = process.finish(stage.stop);
        if (exit.code != 0)
            stage.warn("--on-alert: " + call.on_alert + " ended with " + std::to_string(exit.code));
    }
}

std::string line_of(const EpochHealth& epoch) {
    std::ostringstream out;
    out << "epoch " << std::setw(4) << epoch.number;
    for (const HealthSignal signal :
         {HealthSignal::loss, HealthSignal::accuracy, HealthSignal::flips, HealthSignal::nc1,
          HealthSignal::effective_rank, HealthSignal::drift})
        if (epoch[signal]) out << "  " << name_of(signal) << ' ' << short_number(epoch[signal]);
    return out.str();
}

/// Follows a run: measures the epochs that are there, then each that appears.
class Follower {
  public:
    Follower(const HealthCall& call, const Stage& stage)
        : call_(call),
          stage_(stage),
          run_(call.recording, {.epochs = call.epochs, .heads = {.is_wanted = false}}),
          health_(call.rules, call.threads) {}

    Findings follow() {
        for (bool is_finished = false; !is_finished;) {
            const RunNews news = run_.look(stage_.stop);
            is_finished = news.is_finished;
            if (!news.run) tell_once(news.fault);
            forget(news);
            const std::size_t known = health_.epochs().size();
            if (news.run) take_new(news.run->recording);
            if (health_.epochs().size() == known && !is_finished) run_.wait(stage_.stop);
        }
        return {health_.epochs(), health_.alerts()};
    }

  private:
    void forget(const RunNews& news) {
        const std::int64_t last = health_.epochs().empty() ? 0 : health_.epochs().back().number;
        const auto forgotten = health_.forget(news);
        if (forgotten == FollowedHealth::Forgotten::last)
            stage_.say("epoch " + std::to_string(last) + " was written again");
        if (forgotten == FollowedHealth::Forgotten::all) stage_.say("the run began anew");
    }

    void take_new(const Recording& recording) {
        health_.measure(recording,
                        [this](const EpochHealth& epoch, std::span<const HealthAlert> alerts) {
                            tell(epoch, alerts);
                        },
                        {.progress = {}, .stop = stage_.stop});
    }

    void tell(const EpochHealth& epoch, std::span<const HealthAlert> alerts) {
        if (!call_.json) {
            stage_.out << line_of(epoch) << std::endl;
            for (const HealthAlert& alert : alerts)
                stage_.out << "ALERT " << words_of(alert) << std::endl;
        }
        call_command(call_, alerts, stage_);
    }

    void tell_once(const std::string& words) {
        if (std::exchange(told_, words) != words) stage_.say(words + "; waiting");
    }

    const HealthCall& call_;
    const Stage& stage_;
    FollowedRun run_;
    FollowedHealth health_;
    std::string told_;
};

Findings measure(const HealthCall& call, const Stage& stage) {
    const RecordedRun run =
        open_recording(call.recording, {.epochs = call.epochs, .heads = {.is_wanted = false}},
                       {.progress = {}, .stop = stage.stop});
    for (const std::string& warning : run.warnings) stage.warn(warning);
    const std::size_t samples = run.recording.sample_count();
    if (samples > health_samples)
        stage.warn("signals of features are measured on " + std::to_string(health_samples) +
                   " of " + std::to_string(samples) + " samples or fewer");
    Findings findings;
    findings.epochs = with_bar(stage, "measuring", [&](const Job& job) {
        return measure_health(run.recording, call.threads, job);
    });
    if (const auto what = run.recording.fault()) throw Error(*what);
    findings.alerts = alerts_of(findings.epochs, run.recording.classes(), call.rules);
    call_command(call, findings.alerts, stage);
    return findings;
}

int health(const HealthCall& call, const Stage& stage) {
    program_of(call);
    const Findings findings = call.follow ? Follower(call, stage).follow() : measure(call, stage);
    if (call.json) {
        stage.out << json_of(findings).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    } else if (!call.follow) {
        print_signals(findings, stage.out);
        stage.out << '\n';
        print_alerts(findings, stage.out);
    }
    return findings.alerts.empty() ? 0 : has_alerts;
}

constexpr const char* what_it_measures =
    R"(Signals, for each epoch ("-" is not known):
  accuracy, loss    of the recorded samples; the loss is the recorded one, or
                    the cross-entropy of the logits
  margin            the logit of the label less the largest other one, mean
  ece               expected calibration error, 15 bins (Guo et al. 2017)
  flips             share of samples whose prediction changed
  nc1               within-class to between-class scatter: neural collapse
                    (Papyan et al. 2020)
  centre_distance   mean distance between the centres of two classes
  within_variance   mean squared distance from the centre of the class
  effective_rank    of the features (RankMe, Garrido et al. 2023)
  alignment,        of features of length 1, pairs being samples of one class
  uniformity        (Wang & Isola 2020)
  dead_features     share of features that are the same for all samples
  drift             share of the 15 nearest neighbours that changed
  not_finite        share of samples with NaN or infinite values

An alert is a sign that training went wrong: see the options. With alerts the
exit code is 3.

Examples:
  epochscope health runs/recorded
  epochscope health runs/recorded --follow --on-alert notify-send
      a line an epoch while the run goes on, over ssh as well)";

std::vector<Option> options_of(HealthCall& call) {
    std::vector<Option> options{
        {.id = "json",
         .value = &call.json,
         .help = "One JSON object: epochs, signals by name, and alerts with epoch, signal, value "
                 "and why."},
        {.id = "follow",
         .value = &call.follow,
         .help = "Go on with each epoch that appears, until the recording has a file 'finished' "
                 "or Ctrl-C."},
        {.id = "on-alert",
         .value = &call.on_alert,
         .help = "Run this program for each alert, without a shell. Its arguments are the epoch, "
                 "the signal, the value and a sentence.",
         .unit = "PROGRAM"},
        epochs_option(call.epochs),
        threads_option(call.threads),
    };
    return options;
}

}  // namespace

Verb health_verb() {
    const auto call = std::make_shared<HealthCall>();
    Verb verb{"health", "Say how a training run is doing, and what went wrong.", what_it_measures};
    add_argument(verb, {.id = "RECORDING",
                        .value = &call->recording,
                        .help = "A recording: epochs of features, and of logits if there are any.",
                        .required = true});
    add_options(verb, "Options", options_of(*call));
    add_options(verb, "Alerts", options_of(call->rules));
    verb.run = [call](const Stage& stage) { return health(*call, stage); };
    return verb;
}

}  // namespace epochscope::cli
