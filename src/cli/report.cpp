#include "cli/opening.h"
#include "cli/options.h"
#include "cli/progress_bar.h"
#include "cli/values.h"

#include <epochscope/export/formats.h>
#include <epochscope/export/html.h>
#include <epochscope/export/report.h>
#include <epochscope/io/output_file.h>
#include <epochscope/model/epoch_list.h>
#include <epochscope/model/error.h>
#include <epochscope/opening/gather_report.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

struct ReportCall {
    Opening opening;
    std::string out;
    std::string epochs;
    ReportLanguage language = ReportLanguage::en;
    GatherOptions gathering;
};

/// What can be known without the folder, before what takes long.
void check_target(const std::string& out) {
    if (format_of(out, page_formats()) == nullptr)
        throw CallError("--out: " + out + " ends in \"" +
                        std::filesystem::path(out).extension().string() + "\", expected " +
                        list_endings(page_formats()));
    // Throws if the page could not be written in the end.
    const OutputFile probe(out);
}

std::vector<std::int64_t> epochs_of(const ReportCall& call, const EpochSeries& series) {
    if (call.epochs.empty()) return {};
    try {
        return parse_epochs(call.epochs, series);
    } catch (const Error& error) {
        throw CallError("--epochs: " + std::string(error.what()));
    }
}

int report(const ReportCall& call, const Stage& stage) {
    check_target(call.out);
    const auto dataset = std::make_shared<const Dataset>(open(call.opening, stage));
    ReportOptions options{.language = call.language,
                          .epochs = epochs_of(call, dataset->series),
                          .translated = {},
                          .threads = call.gathering.threads};
    if (call.language == ReportLanguage::zh) options.translated = stage.desktop.in_chinese;
    const RunReport found = with_bar(stage, "measuring", [&](const Job& job) {
        return gather_report(dataset, call.gathering, job);
    });
    for (const std::string& warning : found.warnings) stage.warn(warning);
    const HtmlPage page =
        with_bar(stage, "page", [&](const Job& job) { return make_report(found, options, job); });
    stage.say(call.out + ": " + fixed_text(static_cast<double>(page.text.size()) / 1e6, 2) + " MB");
    write_html(call.out, page);
    return 0;
}

constexpr const char* what_it_tells =
    R"(One page for people who do not have this program: an HTML file without scripts,
which any browser opens without a network, also on a phone, and prints. It has

  the run in brief   samples, classes, epochs, where the places come from
  curves             accuracy and loss, and the recorded curves
  epochs             pictures of five epochs, or those of --epochs
  faithfulness       the metrics of the picture with their controls
  health             the alerts, and the signals of each epoch
  confusion          which classes were confused, and when
  labels             samples most likely mislabelled, with pictures and texts
  prototypes         if the folder has some

Each number is one that a verb gives, which its section names. What is not known
is said, with the reason. What takes more than some tens of seconds is left out
unless --measure-all is given.

Examples:
  epochscope report runs/digits --out digits.html
  epochscope report runs/recorded --out run.html --epochs 1,5,20 --language zh)";

std::vector<Option> options_of(ReportCall& call) {
    return {
        {.id = "out",
         .value = &call.out,
         .help = "The page, a file that ends in .html.",
         .unit = "FILE",
         .required = true,
         .is_written = true},
        {.id = "epochs",
         .value = &call.epochs,
         .help = "The epochs that are shown side by side, 24 at most. Default: the first, the last "
                 "and three between them.",
         .unit = "1,3,5..9"},
        {.id = "samples",
         .value = &call.gathering.suspects,
         .help = "How many of the samples most likely mislabelled are shown, at most.",
         .range = {0, 500},
         .unit = "N"},
        {.id = "language",
         .value = index_of(call.language),
         .help = "The language of the page.",
         .choices = {"en", "zh"}},
        {.id = "measure-all",
         .value = &call.gathering.measure_all,
         .help = "Measure faithfulness, health and training signals, however long that takes."},
        threads_option(call.gathering.threads),
    };
}

}  // namespace

Verb report_verb() {
    const auto call = std::make_shared<ReportCall>();
    Verb verb{"report", "Tell on one page what happened in a run.", what_it_tells};
    add_opening(verb, call->opening);
    add_options(verb, "Options", options_of(*call));
    verb.run = [call](const Stage& stage) { return report(*call, stage); };
    // Alerts and warnings in Chinese.
    verb.needs_desktop = [call] { return call->language == ReportLanguage::zh; };
    return verb;
}

}  // namespace epochscope::cli
