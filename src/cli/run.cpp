#include "cli/command_line.h"
#include "cli/help.h"
#include "cli/interrupt.h"
#include "cli/outputs.h"
#include "cli/started_team.h"
#include "cli/values.h"
#include "cli/verb.h"

#include <epochscope/cli/run.h>
#include <epochscope/compute/simd_target.h>
#include <epochscope/model/error.h>

#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <iostream>
#include <memory>
#include <new>
#include <span>
#include <streambuf>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

enum ExitCode { done = 0, data_at_fault = 1, call_at_fault = 2, signalled = 128 };

/// This process among those that were started together; alone mostly.
struct Member {
    StartedAs started = started_as();
    /// From when they have met until they part.
    std::shared_ptr<StartedTeam> team = {};

    [[nodiscard]] bool is_first() const { return started.rank == 0; }
    [[nodiscard]] bool is_alone() const { return started.size == 1; }
};

/// Takes everything and keeps nothing.
class Nowhere : public std::streambuf {
  protected:
    int_type overflow(int_type c) override { return traits_type::not_eof(c); }
    std::streamsize xsputn(const char* /*text*/, std::streamsize count) override { return count; }
};

using Complain = std::function<void(const std::string&)>;

/// Mostly all processes fail alike. The first says so and ends the others, which wait for that.
Complain complaint_of(const Member& member, const Stage& stage, std::ostream& err) {
    if (member.is_first()) return [&stage](const std::string& fault) { stage.say(fault); };
    return [&](const std::string& fault) {
        std::this_thread::sleep_for(std::chrono::seconds(1));
        const Stage own{stage.desktop, err, err};
        own.say("process " + std::to_string(member.started.rank) + " of " +
                std::to_string(member.started.size) + ": " + fault);
    };
}

/// Runs an action; whatever is thrown becomes a message and an exit code.
int guarded(const Complain& complain, const std::function<int()>& action) {
    try {
        return action();
    } catch (const CallError& error) {
        complain(error.what());
        return call_at_fault;
    } catch (const std::bad_alloc&) {
        complain("out of memory");
    } catch (const std::exception& error) {
        complain(error.what());
    }
    return data_at_fault;
}

/// All have done their work. The first says how much they had to tell each other.
void part(Member& member, const Stage& stage) {
    Parcel own;
    own.put_one(member.team->sent());
    std::uint64_t sent = 0;
    for (Parcel& each : member.team->gather(std::move(own))) sent += each.take_one<std::uint64_t>();
    constexpr double megabyte = 1e6;
    stage.say(std::to_string(member.started.size) + " processes exchanged " +
              fixed_text(static_cast<double>(sent) / megabyte, 1) + " MB");
    member.team->leave();
    member.team.reset();
}

int run_verb(const Verb& verb, Stage stage, Member& member) {
    const Interrupt interrupt;
    stage.stop = interrupt.token();
    try {
        if (!member.is_alone()) {
            member.team = join_team(member.started, stage.stop);
            stage.team = Team(member.team);
        }
        if (member.is_first()) prepare_outputs(verb, stage);
        const int code = verb.run(stage);
        if (member.team && code == done) part(member, stage);
        return code;
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

int dispatch(std::span<const std::string> arguments, const Stage& stage, Member& member) {
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
    if (!member.is_alone() && !verb->is_shared)
        throw CallError((is_program ? "the window" : verb->name) + " is for one process, and " +
                        std::to_string(member.started.size) +
                        " were started together (mpirun, srun)");
    // Before anything is begun that would be begun twice.
    if (stage.desktop.take_over && verb->needs_desktop && verb->needs_desktop())
        stage.desktop.take_over();
    return is_program ? verb->run(stage) : run_verb(*verb, stage, member);
}

}  // namespace

int run(std::span<const std::string> arguments, const Desktop& desktop, std::ostream& out,
        std::ostream& err) {
    Member member;
    Nowhere kept;
    std::ostream nowhere(&kept);
    const bool terminal = member.is_first() && &err == &std::cerr && isatty(STDERR_FILENO) != 0;
    const Stage stage{desktop, member.is_first() ? out : nowhere, member.is_first() ? err : nowhere,
                      terminal};
    const int code = flushed(guarded(complaint_of(member, stage, err),
                                     [&] { return dispatch(arguments, stage, member); }),
                             stage);
    // Others would wait for this one for ever.
    if (member.team) member.team->abort(code);
    return code;
}

}  // namespace epochscope::cli
