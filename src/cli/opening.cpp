#include "cli/opening.h"

#include "cli/options.h"
#include "cli/progress_bar.h"
#include "cli/values.h"

#include <epochscope/opening/open_folder.h>

#include <algorithm>
#include <vector>

namespace epochscope::cli {

namespace {

void check_projection(const Opening& opening) {
    const std::string& projection = opening.contents.projection;
    const ViewChoices choices = choices_of(opening.folder);
    const std::vector<std::string> names = choices.names();
    const bool known = std::find(names.begin(), names.end(), projection) != names.end();
    if (known || (projection.empty() && !choices.needed())) return;
    if (names.empty())
        throw CallError("--projection: " + opening.folder + " has no projections by name");
    const std::string fault = projection.empty() ? "is missing" : "is \"" + projection + "\"";
    throw CallError("--projection " + fault + ", expected one of those in " + opening.folder +
                    ": " + joined(names, ", "));
}

}  // namespace

std::string percent(double share) { return fixed_text(100 * share, 1) + " %"; }

std::vector<Option> contents_of(OpenOptions& contents) {
    return {
        {.id = "labels",
         .value = &contents.labels,
         .help = "The labels of the samples of a .npy or .npz file of features: another .npy or "
                 ".npz file, or a text with a label a line.",
         .unit = "FILE"},
        {.id = "key",
         .value = &contents.key,
         .help = "The name of the array of features in a .npz file, if it is not clear.",
         .unit = "NAME"},
        {.id = "labels-key",
         .value = &contents.labels_key,
         .help = "The name of the array of labels in a .npz file, if it is not clear.",
         .unit = "NAME"},
        {.id = "columns",
         .value = &contents.columns,
         .help = "The columns of a table of places, if they have other names: KEY=COLUMN for x, y, "
                 "epoch, id, label, prediction and confidence, with commas between.",
         .unit = "KEY=COLUMN,..."},
    };
}

void add_opening(Verb& verb, Opening& opening, bool is_required) {
    add_argument(verb, {.id = "FOLDER",
                        .value = &opening.folder,
                        .help = "The dataset's folder, or a recording, which is shown by its two "
                                "principal components.",
                        .required = is_required});
    add_options(verb, "Options",
                {{.id = "projection",
                  .value = &opening.contents.projection,
                  .help = "Which projection of a time-travelling-visualizer run: the name of a "
                          "folder under its visualize/, or pca for the principal components of "
                          "what was recorded. Needed if there are several.",
                  .unit = "NAME"}});
    add_options(verb, "Options", contents_of(opening.contents));
}

Dataset open(const Opening& opening, const Stage& stage) {
    check_projection(opening);
    Dataset dataset = with_bar(stage, "reading", [&](const Job& job) {
        return open_folder(opening.folder, opening.contents, job);
    });
    if (dataset.explained_variance)
        stage.say("a recording, shown by its two principal components (" +
                  percent(*dataset.explained_variance) +
                  " of the variance); see epochscope project --help for more");
    return dataset;
}

}  // namespace epochscope::cli
