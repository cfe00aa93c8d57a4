#include "cli/command_line.h"
#include "cli/help.h"
#include "cli/interrupt.h"
#include "cli/outputs.h"
#include "cli/verb.h"

#include <epochscope/cli/run.h>
#include <epochscope/compute/simd_target.h>
#include <epochscope/model/error.h>

#include <unistd.h>

#include <exception>
#include <functional>
#include <iostream>
#include <new>
#include <span>
#include <string>
#include <vector>

namespace epochscope::cli {

namespace {

enum ExitCode { done = 0, data_at_fault = 1, call_at_fault = 2, signalled = 128 };

/// Runs an action; whatever is thrown becomes a message and an exit code.
int guarded(const Stage& stage, const std::function<int()>& action) {
    try {
        return action();
    } catch (const CallError& error) {
        stage.say(error.what());
        return call_at_fault;
    } catch (const std::bad_alloc&) {
        stage.say("out of memory");
    } catch (const std::exception& error) {
        stage.say(error.what());
    }
    return data_at_fault;
}

int run_verb(const Verb& verb, Stage stage) {
    const Interrupt interrupt;
    stage.stop = interrupt.token();
    prepare_outputs(verb, stage);
    try {
        return verb.run(stage);
    } catch (const Cancelled&) {
        stage.say("stopped");
        return signalled + interrupt.signal();
    }
}

/// Results that could not be written are no results.
int flushed(int code, const Stage& stage) {
    stage.out.flush();
    if (stage.out) return code;
    stage.say("standard output: cannot be written");
    return code == done ? data_at_fault : code;
}

/// The program, then its verbs; the last one is for packagers, and the main help does not show it.
std::vector<Verb> all_verbs() {
    std::vector<Verb> verbs{window_verb(),     info_verb(),    export_verb(),  convert_verb(),
                            project_verb(),    metrics_verb(), datamap_verb(), influence_verb(),
                            prototypes_verb(), health_verb(),  watch_verb(),   query_verb(),
                            compare_verb(),    report_verb()};
    const auto add_help = [](Verb& verb, const std::vector<VerbOption>& options) {
        verb.options.insert(verb.options.begin(), options.begin(), options.end());
    };
    add_help(verbs.front(),
             {{.names = {"-h", "--help"}, .help = "This page, or a verb's after its name."},
              {.names = {"--help-all"}, .help = "This page with all that verbs take."},
              {.names = {"--version"}, .help = "The program's name and version."}});
    for (Verb& verb : std::span(verbs).subspan(1))
        add_help(verb, {{.names = {"-h", "--help"}, .help = "This page."}});
    verbs.push_back(reference_verb(verbs));
    return verbs;
}

int dispatch(std::span<const std::string> arguments, const Stage& stage) {
    choose_simd_kernels();
    const std::vector<Verb> verbs = all_verbs();
    const std::span<const Verb> listed = std::span(verbs).first(verbs.size() - 1);
    const auto [request, verb] = read_call(verbs, arguments);
    const bool is_program = verb == verbs.data();
    switch (request) {
        case Request::help:
            stage.out << (is_program ? help_of_program(listed) : help_of(*verb));
            return done;
        case Request::help_of_all:
            stage.out << help_of_all(listed);
            return done;
        case Request::version:
            stage.out << "epochscope " EPOCHSCOPE_VERSION "\n";
            return done;
        case Request::run:
            break;
    }
    // Before anything is begun that would be begun twice.
    if (stage.desktop.take_over && verb->needs_desktop && verb->needs_desktop())
        stage.desktop.take_over();
    return is_program ? verb->run(stage) : run_verb(*verb, stage);
}

}  // namespace

int run(std::span<const std::string> arguments, const Desktop& desktop, std::ostream& out,
        std::ostream& err) {
    const bool terminal = &err == &std::cerr && isatty(STDERR_FILENO) != 0;
    const Stage stage{desktop, out, err, terminal, {}};
    return flushed(guarded(stage, [&] { return dispatch(arguments, stage); }), stage);
}

}  // namespace epochscope::cli
