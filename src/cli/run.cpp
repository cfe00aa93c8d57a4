#include "cli/help.h"
#include "cli/interrupt.h"
#include "cli/values.h"
#include "cli/verb.h"

#include <epochscope/cli/run.h>
#include <epochscope/compute/simd_target.h>
#include <epochscope/model/error.h>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <exception>
#include <functional>
#include <iostream>
#include <memory>
#include <new>
#include <optional>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

enum ExitCode { done = 0, data_at_fault = 1, call_at_fault = 2, signalled = 128 };

constexpr const char* about =
    "Epochscope shows how a model learns: every sample, at every epoch, moving.\n"
    "Without a verb it opens a window; verbs work without any display.";

constexpr const char* more = R"(What a folder is:
  Sequence-Scatter: info.json (label_text, label_color, label_index) and
  data.json (for each epoch projection, and where known prediction, confidence,
  intra_similarity, inter_similarity), with background/<epoch>.png beside them.
  Arrays: info.json (the same, and epochs), positions.npy, labels.npy, and where
  known predictions, confidence, intra_similarity and inter_similarity as .npy.
  A time-travelling-visualizer run: dataset/, epochs/ and visualize/<name>/.
  A recording: dataset/labels.npy and epochs/epoch_<k>/embeddings.npy; it is
  shown by its two principal components, and "project" makes more of it.
  Which it is shows by what lies in it.

Examples:
  epochscope runs/digits
      open the window on a folder
  epochscope info runs/digits --json
      say what it holds, for a program to read
  epochscope export runs/digits --out frames --epochs 1,3,5..9 --select 33
      write a picture of each of these epochs with sample 33 and its neighbours
  epochscope export runs/digits --video digits.mp4 --between 12 --rate 24
      make a video with 12 frames from each epoch to the next
  epochscope convert runs/digits --to npy --out runs/digits-npy
      write it as arrays, which open at once whatever their size
  epochscope project runs/recorded --method pca --out runs/pca
      make a folder of a recorded run, with neighbours in feature space
  epochscope metrics runs/recorded runs/pca
      say how far that picture can be trusted
  epochscope datamap runs/recorded --out runs/map
      show which samples are learnt late, forgotten or never, epoch by epoch
  epochscope prototypes runs/recorded --clusters 10,60 --out runs/prototypes
      cluster every epoch, and say why acc_proto is what it is

Results go to standard output, messages to standard error.
Exit codes: 0 done, 1 the data is at fault (or a file cannot be written), 2 the
call is; 130 after Ctrl-C.

"epochscope VERB --help" tells all about a verb, "epochscope --help-all" about
every verb.)";

void say(std::ostream& err, std::string_view message) {
    err << "epochscope: " << printable(message) << std::endl;
}

/// Runs an action; whatever is thrown becomes a message and an exit code.
int guarded(std::ostream& err, const std::function<int()>& action) {
    try {
        return action();
    } catch (const CallError& error) {
        say(err, error.what());
        return call_at_fault;
    } catch (const std::bad_alloc&) {
        say(err, "out of memory");
    } catch (const std::exception& error) {
        say(err, error.what());
    }
    return data_at_fault;
}

/// Before anything is begun that would be begun twice.
void prepare_desktop(const Action& action, const Stage& stage) {
    if (stage.desktop.take_over && action.needs_desktop && action.needs_desktop())
        stage.desktop.take_over();
}

int run_verb(const Action& action, Stage stage) {
    const Interrupt interrupt;
    stage.stop = interrupt.token();
    try {
        return action.run(stage);
    } catch (const Cancelled&) {
        say(stage.err, "stopped");
        return signalled + interrupt.signal();
    }
}

/// Results that could not be written are no results.
int flushed(int code, const Stage& stage) {
    stage.out.flush();
    if (stage.out) return code;
    say(stage.err, "standard output: cannot be written");
    return code == done ? data_at_fault : code;
}

/// Reads the call; an exit code where that was all there is to do (help, or a call at fault).
std::optional<int> parse(CLI::App& program, std::span<const std::string> arguments,
                         const Stage& stage) {
    try {
        // CLI11 takes them from the back.
        program.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
        return std::nullopt;
    } catch (const CLI::Success& request) {
        program.exit(request, stage.out, stage.err);
        return done;
    } catch (const CLI::ParseError& error) {
        say(stage.err, error.what());
        const std::vector<CLI::App*> verbs = program.get_subcommands();
        stage.err << "See epochscope " << (verbs.empty() ? "" : verbs.front()->get_name() + " ")
                  << "--help." << std::endl;
        return call_at_fault;
    }
}

int dispatch(std::span<const std::string> arguments, const Stage& stage) {
    use_simd_target_of_environment();
    CLI::App program(about, "epochscope");
    program.formatter(std::make_shared<HelpFormatter>());
    program.footer(more);
    program.set_help_flag("-h,--help", "This page, or a verb's after its name.");
    program.set_help_all_flag("--help-all", "This page with all that verbs take.");
    program.set_version_flag("--version", "epochscope " EPOCHSCOPE_VERSION,
                             "The program's name and version.");

    const Action window = add_window(program);
    const std::vector<Action> actions{add_info(program),       add_export(program),
                                      add_convert(program),    add_project(program),
                                      add_metrics(program),    add_datamap(program),
                                      add_prototypes(program), add_reference(program)};
    const std::vector<CLI::App*> verbs = program.get_subcommands({});
    for (CLI::App* const verb : verbs)
        if (!verb->get_group().empty()) verb->group("Verbs");
    if (const auto code = parse(program, arguments, stage)) return *code;
    for (std::size_t i = 0; i < verbs.size(); ++i) {
        if (!verbs[i]->parsed()) continue;
        prepare_desktop(actions[i], stage);
        return run_verb(actions[i], stage);
    }
    prepare_desktop(window, stage);
    return window.run(stage);
}

}  // namespace

int run(std::span<const std::string> arguments, const Desktop& desktop, std::ostream& out,
        std::ostream& err) {
    const bool terminal = &err == &std::cerr && isatty(STDERR_FILENO) != 0;
    const Stage stage{desktop, out, err, terminal, {}};
    return flushed(guarded(err, [&] { return dispatch(arguments, stage); }), stage);
}

}  // namespace epochscope::cli
