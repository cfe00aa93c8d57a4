#include "cli/window.h"

#include "cli/opening.h"
#include "cli/options.h"

#include <epochscope/model/error.h>

#include <filesystem>
#include <memory>

namespace epochscope::cli {

namespace {

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
  epochscope runs/seed-1 runs/seed-2
      show two folders of the same samples beside each other
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
  epochscope compare runs/seed-1 runs/seed-2
      say what two runs, or two pictures of one run, show otherwise
  epochscope query runs/digits "flips > 3 ORDER BY suspicion DESC LIMIT 20"
      list the samples that a condition is true of
  epochscope watch runs/recorded
      open the window on a run that is still going
  epochscope health runs/recorded
      say how a run is doing, and what went wrong

Results go to standard output, messages to standard error.
Exit codes: 0 done, 1 the data is at fault (or a file cannot be written), 2 the
call is, 3 health has alerts; 130 after Ctrl-C.

"epochscope VERB --help" tells all about a verb, "epochscope --help-all" about
every verb.)";

}  // namespace

int open_window(const WindowCall& call, const Stage& stage) {
    if (!stage.desktop.open_window)
        throw CallError(
            "the window is not here: epochscope-desktop, expected beside epochscope, is missing (a "
            "build with EPOCHSCOPE_APP=OFF has none). Verbs work, see epochscope --help");
    if (!call.waits && !call.folder.empty() && !std::filesystem::exists(call.folder))
        throw Error(call.folder, "no such folder, nor a verb (see epochscope --help)");
    if (!call.second.empty() && !std::filesystem::exists(call.second))
        throw Error(call.second, "no such folder");
    return stage.desktop.open_window(call);
}

void add_window_options(Verb& verb, WindowCall& call) {
    add_options(verb, "The window",
                {{.id = "renderer",
                  .value = &call.renderer,
                  .help = "What draws the window: gl is OpenGL, raster the processor; auto takes "
                          "gl if there is a graphics card for it.",
                  .choices = {"auto", "raster", "gl"}},
                 {.id = "projection",
                  .value = &call.projection,
                  .help = "Which projection of a time-travelling-visualizer run: the name of a "
                          "folder under its visualize/, or pca for the principal components of "
                          "what was recorded. The window asks if there are several.",
                  .unit = "NAME"}});
    add_options(verb, "The window", contents_of(call.opening));
    add_options(verb, "The window", {epochs_option(call.opening.epochs)});
}

Verb window_verb() {
    const auto call = std::make_shared<WindowCall>();
    Verb verb{"epochscope", about, more};
    add_argument(verb, {.id = "FOLDER",
                        .value = &call->folder,
                        .help = "The dataset's folder, or a recording, opened in the window. "
                                "Without it the window opens empty."});
    add_argument(verb, {.id = "SECOND",
                        .value = &call->second,
                        .help = "Another folder of the same samples, compared with the first."});
    add_window_options(verb, *call);
    verb.run = [call](const Stage& stage) { return open_window(*call, stage); };
    verb.needs_desktop = [] { return true; };
    return verb;
}

}  // namespace epochscope::cli
