#include "cli/opening.h"

#include "cli/options.h"
#include "cli/progress_bar.h"
#include "cli/values.h"

#include <epochscope/opening/open_folder.h>

#include <algorithm>
#include <filesystem>
#include <vector>

namespace epochscope::cli {

namespace {

void check_projection(const Opening& opening) {
    const ViewChoices choices = choices_of(opening.folder);
    const std::vector<std::string> names = choices.names();
    const bool known = std::find(names.begin(), names.end(), opening.projection) != names.end();
    if (known || (opening.projection.empty() && !choices.needed())) return;
    if (names.empty())
        throw CallError("--projection: " + opening.folder + " has no projections by name");
    const std::string fault =
        opening.projection.empty() ? "is missing" : "is \"" + opening.projection + "\"";
    throw CallError("--projection " + fault + ", expected one of those in " + opening.folder +
                    ": " + joined(names, ", "));
}

}  // namespace

std::string percent(double share) { return fixed_text(100 * share, 1) + " %"; }

void add_opening(Verb& verb, Opening& opening) {
    add_argument(verb, {.id = "FOLDER",
                        .value = &opening.folder,
                        .help = "The dataset's folder, or a recording, which is shown by its two "
                                "principal components.",
                        .required = true});
    add_options(verb, "Options",
                {{.id = "projection",
                  .value = &opening.projection,
                  .help = "Which projection of a time-travelling-visualizer run: the name of a "
                          "folder under its visualize/, or pca for the principal components of "
                          "what was recorded. Needed if there are several.",
                  .unit = "NAME"}});
}

Dataset open(const Opening& opening, const Stage& stage) {
    if (std::filesystem::is_directory(opening.folder)) check_projection(opening);
    Dataset dataset = with_bar(stage, "reading", [&](const Job& job) {
        return open_folder(opening.folder, {.projection = opening.projection}, job);
    });
    if (dataset.explained_variance)
        stage.say("a recording, shown by its two principal components (" +
                  percent(*dataset.explained_variance) +
                  " of the variance); see epochscope project --help for more");
    return dataset;
}

}  // namespace epochscope::cli
