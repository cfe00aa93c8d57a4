#include "cli/options.h"
#include "cli/window.h"

#include <epochscope/opening/project_run.h>
#include <epochscope/projection/following.h>

#include <exception>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

struct WatchCall {
    WindowCall window;
    /// Empty: the folder is shown as it is.
    std::string method;
    std::string out;
};

/// Projects a run as it goes on, beside the window.
class Projecting {
  public:
    Projecting(ProjectRun run, const Stage& stage)
        : worker_([run = std::move(run), &stage](const std::stop_token& stop) {
              try {
                  follow_project(run, {.progress = {}, .stop = stop},
                                 {.warning = [&](const std::string& words) { stage.warn(words); }});
              } catch (const Cancelled&) {
                  return;
              } catch (const std::exception& error) {
                  stage.say(error.what());
              }
          }) {}

  private:
    /// Stops and waits when it is destroyed.
    std::jthread worker_;
};

ProjectRun run_of(const WatchCall& call) {
    ProjectRun run;
    run.recording = call.window.folder;
    run.opening = call.window.opening;
    run.opening.projection = call.window.projection;
    run.target = call.out;
    for (const Method& method : methods_that_go_along())
        if (about(method).id == call.method) run.options.method = method;
    return run;
}

int watch(const WatchCall& call, const Stage& stage) {
    if (call.method.empty() != call.out.empty())
        throw CallError(call.out.empty() ? "--method: its folder is not known, expected --out NEW"
                                         : "--out: what is written is not known, expected --method "
                                           "pca, tsne or spacetime");
    // Nothing is written if there is no window to see it in.
    if (call.method.empty() || !stage.desktop.open_window) return open_window(call.window, stage);
    const Projecting projecting(run_of(call), stage);
    WindowCall shown = call.window;
    shown.folder = call.out;
    shown.opening = {};
    shown.projection.clear();
    return open_window(shown, stage);
}

constexpr const char* about_watching =
    R"(Waits for the first epoch if there is none yet, and then shows each epoch as it
comes: at the last epoch the playhead goes along. A folder that was opened
without this verb is followed, too, unless the settings say otherwise.

A recording is shown by its principal components, which every epoch changes.
With --method each new epoch is laid out beside the epochs before, which stay
where they are; "epochscope project RECORDING --follow" does the same without a
window. The same call goes on with what it wrote.

Without a display, such as over ssh, "epochscope health RECORDING --follow"
prints a line an epoch.

Examples:
  epochscope watch runs/recorded
      open the window before, or while, the training records
  epochscope watch runs/recorded --method spacetime --out runs/live
      lay each epoch out as it comes)";

std::vector<std::string_view> ids_of_methods() {
    std::vector<std::string_view> ids;
    for (const Method& method : methods_that_go_along()) ids.push_back(about(method).id);
    return ids;
}

}  // namespace

Verb watch_verb() {
    const auto call = std::make_shared<WatchCall>();
    call->window.waits = true;
    Verb verb{"watch", "Show a run in the window while it is still going.", about_watching};
    add_argument(verb, {.id = "FOLDER",
                        .value = &call->window.folder,
                        .help = "A recording or another folder that grows. It need not exist yet.",
                        .required = true});
    add_options(verb, "Options",
                {{.id = "method",
                  .value = &call->method,
                  .help = "Project each epoch of the recording as it comes, by this method.",
                  .choices = ids_of_methods()},
                 {.id = "out",
                  .value = &call->out,
                  .help = "The folder that --method writes and the window shows.",
                  .unit = "FOLDER",
                  .is_written = true}});
    add_window_options(verb, call->window);
    verb.run = [call](const Stage& stage) { return watch(*call, stage); };
    verb.needs_desktop = [] { return true; };
    return verb;
}

}  // namespace epochscope::cli
