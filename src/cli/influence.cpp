#include "cli/json_values.h"
#include "cli/options.h"
#include "cli/progress_bar.h"
#include "cli/sample_list.h"
#include "cli/values.h"

#include <epochscope/analysis/influence.h>
#include <epochscope/io/csv_line.h>
#include <epochscope/io/output_file.h>
#include <epochscope/io/recording.h>
#include <epochscope/opening/learning_rates.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iomanip>
#include <memory>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

using Json = nlohmann::ordered_json;

struct InfluenceCall {
    std::string recording;
    std::string epochs;
    std::string samples;
    std::string file;
    std::size_t top = 10;
    bool json = false;
    std::string csv;
    int threads = 0;
};

/// What was found, and what is known of the samples.
struct InfluenceReport {
    const Recording& recording;
    const LearningRates& rates;
    const TeachersFound& found;

    [[nodiscard]] std::int32_t label(std::int32_t sample) const {
        return recording.labels()[static_cast<std::size_t>(sample)];
    }
    [[nodiscard]] std::string class_name(std::int32_t of_class) const {
        return recording.classes().names[static_cast<std::size_t>(of_class)];
    }
    [[nodiscard]] std::string label_name(std::int32_t sample) const {
        return class_name(label(sample));
    }
    /// The class predicted at the last epoch with logits of the sample.
    [[nodiscard]] std::optional<std::int32_t> predicted(std::int32_t sample) const {
        for (std::size_t e = recording.epoch_count(); e-- > 0;) {
            const Table& logits = recording.epoch(e).logits;
            if (logits.empty()) continue;
            const Table row{logits.row(static_cast<std::size_t>(sample)), logits.columns};
            const std::int32_t predicted = predictions_from(row).predictions.front();
            if (predicted >= 0) return predicted;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<OpponentsVote> vote(const SampleTeachers& teachers) const {
        return vote_of_opponents(teachers, recording.labels());
    }
};

Json json_of(const InfluenceReport& report, const std::vector<Teacher>& teachers) {
    Json list = Json::array();
    for (const Teacher& teacher : teachers)
        list.push_back({{"sample", teacher.sample},
                        {"label", report.label_name(teacher.sample)},
                        {"score", teacher.score},
                        {"by_epoch", teacher.by_epoch}});
    return list;
}

Json json_of(const InfluenceReport& report, const SampleTeachers& teachers) {
    const auto predicted = report.predicted(teachers.sample);
    const auto vote = report.vote(teachers);
    return {{"sample", teachers.sample},
            {"label", report.label_name(teachers.sample)},
            {"predicted", predicted ? Json(report.class_name(*predicted)) : Json()},
            {"self_influence", teachers.self},
            {"proposed", vote ? Json(report.class_name(vote->proposed)) : Json()},
            {"share_of_votes", vote ? Json(vote->share) : Json()},
            {"proponents", json_of(report, teachers.proponents)},
            {"opponents", json_of(report, teachers.opponents)}};
}

Json json_of(const InfluenceReport& report) {
    Json numbers = Json::array();
    for (const RecordedEpoch& epoch : report.recording.epochs()) numbers.push_back(epoch.number);
    Json samples = Json::array();
    for (const SampleTeachers& teachers : report.found.samples)
        samples.push_back(json_of(report, teachers));
    const bool is_known = !report.rates.of_epochs.empty();
    return {{"epoch_numbers", std::move(numbers)},
            {"learning_rates", is_known ? Json(report.rates.of_epochs) : Json()},
            {"samples", std::move(samples)},
            {"warnings", report.found.warnings}};
}

void write_csv(const InfluenceReport& report, const std::string& path) {
    OutputFile file(path);
    const auto write = [&file](const std::vector<std::string>& cells) {
        file.write(csv_line(cells));
    };
    write({"sample", "label", "role", "rank", "teacher", "teacher_label", "score"});
    const auto write_list = [&](std::int32_t sample, const std::vector<Teacher>& teachers,
                                const char* role) {
        for (std::size_t k = 0; k < teachers.size(); ++k)
            write({std::to_string(sample), report.label_name(sample), role, std::to_string(k + 1),
                   std::to_string(teachers[k].sample), report.label_name(teachers[k].sample),
                   Json(teachers[k].score).dump()});
    };
    for (const SampleTeachers& teachers : report.found.samples) {
        write_list(teachers.sample, teachers.proponents, "proponent");
        write_list(teachers.sample, teachers.opponents, "opponent");
    }
    file.finish();
}

std::string score_text(double value) {
    std::ostringstream out;
    out << std::setprecision(4) << value;
    return out.str();
}

/// `4712  dog      3.214`, or blanks for a rank that no sample has.
std::string entry_text(const InfluenceReport& report, const std::vector<Teacher>& teachers,
                       std::size_t rank, int name_width) {
    std::ostringstream out;
    if (rank < teachers.size())
        out << std::setw(9) << teachers[rank].sample << "  " << std::left << std::setw(name_width)
            << printable(report.label_name(teachers[rank].sample)) << std::right << std::setw(11)
            << score_text(teachers[rank].score);
    else
        out << std::string(static_cast<std::size_t>(22 + name_width), ' ');
    return out.str();
}

void print_sample(const InfluenceReport& report, const SampleTeachers& teachers, int name_width,
                  std::ostream& out) {
    out << "sample " << teachers.sample << ": label "
        << printable(report.label_name(teachers.sample));
    if (const auto predicted = report.predicted(teachers.sample))
        out << ", predicted " << printable(report.class_name(*predicted));
    out << ", self-influence " << score_text(teachers.self) << '\n';
    const std::size_t rows = std::max(teachers.proponents.size(), teachers.opponents.size());
    if (rows == 0) {
        out << "  no proponents and no opponents\n";
        return;
    }
    const int width = 22 + name_width;
    out << "    " << std::left << std::setw(width) << "     proponents"
        << "     opponents\n"
        << std::right;
    for (std::size_t k = 0; k < rows; ++k)
        out << std::setw(4) << k + 1 << entry_text(report, teachers.proponents, k, name_width)
            << entry_text(report, teachers.opponents, k, name_width) << '\n';
    if (const auto vote = report.vote(teachers))
        out << "  opponents vote for " << printable(report.class_name(vote->proposed)) << " ("
            << fixed_text(vote->share * 100, 0) << " %)\n";
}

void print(const InfluenceReport& report, std::ostream& out) {
    std::size_t width = 0;
    for (const std::string& name : report.recording.classes().names)
        width = std::max(width, name.size());
    for (const SampleTeachers& teachers : report.found.samples)
        print_sample(report, teachers, static_cast<int>(width), out);
}

std::vector<std::size_t> samples_of(const InfluenceCall& call, std::size_t sample_count) {
    if (!call.file.empty()) return read_sample_list(call.file, sample_count);
    return parse_samples(call.samples, sample_count, "--sample");
}

void check_call(const InfluenceCall& call) {
    if (call.samples.empty() == call.file.empty())
        throw CallError(call.file.empty() ? "--sample is missing, expected it or --for"
                                          : "--sample and --for exclude each other");
}

LearningRates rates_of(const RecordedRun& run, const Stage& stage) {
    LearningRates rates =
        learning_rates_of(run.path, run.recording, {.progress = {}, .stop = stage.stop});
    for (const std::string& warning : rates.warnings) stage.warn(warning);
    if (rates.of_epochs.empty() && rates.warnings.empty())
        stage.say("the learning rate is not known; 1 is taken at each epoch");
    if (!rates.of_epochs.empty()) stage.say("learning rates are those of " + rates.source);
    return rates;
}

int influence(const InfluenceCall& call, const Stage& stage) {
    check_call(call);
    const RecordedRun run =
        open_recording(call.recording, {.epochs = call.epochs, .heads = {.is_wanted = false}},
                       {.progress = {}, .stop = stage.stop});
    for (const std::string& warning : run.warnings) stage.warn(warning);
    const std::vector<std::size_t> samples = samples_of(call, run.recording.sample_count());
    const LearningRates rates = rates_of(run, stage);
    const TeachersFound found = with_bar(stage, "comparing gradients", [&](const Job& job) {
        return teachers_of(run.recording, samples,
                           {.count = call.top, .rates = rates.of_epochs, .threads = call.threads},
                           job);
    });
    for (const std::string& warning : found.warnings) stage.warn(warning);
    const InfluenceReport report{run.recording, rates, found};
    if (!call.csv.empty()) write_csv(report, call.csv);
    if (call.json)
        stage.out << json_of(report).dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    else if (call.csv.empty())
        print(report, stage.out);
    return 0;
}

constexpr const char* what_it_measures =
    R"(The influence of sample j on sample i is the sum over epochs of
  learning rate x <x_i, x_j> x <p_i - y_i, p_j - y_j>
where x are the features, p the softmax of the logits, and y is 1 at the label:
TracIn of the last layer (Pruthi et al. 2020), from what was recorded. Learning
rates are those of a curve "lr" or "learning_rate" beside the recording, or 1.

Proponents (above 0) taught the sample, opponents (below 0) worked against it. A
sample with a wrong label has other wrong ones as proponents, and samples of its
true class as opponents: these vote for their labels, by their strengths.

FILE has a sample a line, or columns with a header, of which "sample", "index"
or "id" counts: what `datamap --select --ids` and `query --csv` write.

Examples:
  epochscope influence runs/recorded --sample 17
  epochscope datamap runs/recorded --select suspicion --fraction 0.01 --ids s
  epochscope influence runs/recorded --for s --csv teachers.csv)";

std::vector<Option> options_of(InfluenceCall& call) {
    return {
        {.id = "sample",
         .value = &call.samples,
         .help = "Samples, by index from 0.",
         .unit = "I[,J...]"},
        {.id = "for", .value = &call.file, .help = "A file that lists samples.", .unit = "FILE"},
        {.id = "top",
         .value = &call.top,
         .help = "How many proponents and opponents of each sample.",
         .range = {1, 1e6},
         .unit = "K"},
        {.id = "json",
         .value = &call.json,
         .help = "One JSON object: epoch_numbers, learning_rates, samples (label, predicted, "
                 "self_influence, proposed, share_of_votes, proponents and opponents with sample, "
                 "label, score, by_epoch), warnings."},
        {.id = "csv",
         .value = &call.csv,
         .help = "Write a table, a row for each proponent and opponent: sample, label, role, rank, "
                 "teacher, teacher_label, score.",
         .unit = "FILE",
         .is_written = true},
        epochs_option(call.epochs),
        threads_option(call.threads),
    };
}

}  // namespace

Verb influence_verb() {
    const auto call = std::make_shared<InfluenceCall>();
    Verb verb{"influence", "Say which samples taught a sample, and which worked against it.",
              what_it_measures};
    add_argument(verb, {.id = "RECORDING",
                        .value = &call->recording,
                        .help = "The recording: dataset/labels.npy, and embeddings.npy and "
                                "predictions.npy in epochs/epoch_<k>.",
                        .required = true});
    add_options(verb, "Options", options_of(*call));
    verb.run = [call](const Stage& stage) { return influence(*call, stage); };
    return verb;
}

}  // namespace epochscope::cli
