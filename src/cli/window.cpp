#include "cli/opening.h"
#include "cli/values.h"
#include "cli/verb.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>

namespace epochscope::cli {

namespace {

int open_window(const WindowCall& call, const Stage& stage) {
    if (!stage.desktop.open_window)
        throw CallError(
            "the window is not here: epochscope-desktop, expected beside epochscope, is missing (a "
            "build with EPOCHSCOPE_APP=OFF has none). Verbs work, see epochscope --help");
    if (!call.folder.empty() && !std::filesystem::exists(call.folder))
        throw Error(call.folder, "no such folder, nor a verb (see epochscope --help)");
    return stage.desktop.open_window(call);
}

}  // namespace

Action add_window(CLI::App& program) {
    const auto call = std::make_shared<WindowCall>();
    program.add_option("FOLDER", call->folder,
                       "The dataset's folder, or a recording, opened in the window. Without it the "
                       "window opens empty.");
    program
        .add_option("--renderer", call->renderer,
                    "What draws the window: gl is OpenGL, raster the processor; "
                    "auto takes gl if there is a graphics card for it.")
        ->type_name("auto|raster|gl")
        ->check(one_of({"auto", "raster", "gl"}))
        ->capture_default_str()
        ->group("The window");
    program
        .add_option("--projection", call->projection,
                    "Which projection of a time-travelling-visualizer run: the "
                    "name of a folder under its visualize/, or pca for the "
                    "principal components of what was recorded. The window asks "
                    "if there are several.")
        ->type_name("NAME")
        ->group("The window");
    add_contents(program, call->opening, true);
    return {.run = [call](const Stage& stage) { return open_window(*call, stage); },
            .needs_desktop = [] { return true; }};
}

}  // namespace epochscope::cli
