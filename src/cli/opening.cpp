#include "cli/opening.h"

#include "cli/progress_bar.h"

#include <epochscope/opening/open_folder.h>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace epochscope::cli {

namespace {

void check_projection(const Opening& opening) {
    const ViewChoices choices = choices_of(opening.folder);
    const std::vector<std::string> names = choices.names();
    const bool known = std::find(names.begin(), names.end(), opening.projection) != names.end();
    if (known || (opening.projection.empty() && !choices.needed())) return;
    if (names.empty())
        throw CallError("--projection: " + opening.folder + " has no projections by name");
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    const std::string fault =
        opening.projection.empty() ? "is missing" : "is \"" + opening.projection + "\"";
    throw CallError("--projection " + fault + ", expected one of those in " + opening.folder +
                    ": " + list);
}

}  // namespace

std::string percent(double share) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << 100 * share << " %";
    return text.str();
}

void add_opening(CLI::App& verb, Opening& opening) {
    verb.set_help_flag("-h,--help", "This page.");
    verb.set_help_all_flag("");
    verb.add_option("FOLDER", opening.folder,
                    "The dataset's folder, or a recording, which is shown by its two principal "
                    "components.")
        ->required();
    verb.add_option("--projection", opening.projection,
                    "Which projection of a time-travelling-visualizer run: the "
                    "name of a folder under its visualize/, or pca for the "
                    "principal components of what was recorded. Needed if there "
                    "are several.")
        ->type_name("NAME");
}

Dataset open(const Opening& opening, const Stage& stage) {
    if (std::filesystem::exists(opening.folder)) check_projection(opening);
    Dataset dataset = [&] {
        ProgressBar bar(stage.err, stage.terminal, "reading");
        return open_folder(
            opening.folder, {.projection = opening.projection},
            {.progress = [&](double share) { bar.show(share); }, .stop = stage.stop});
    }();
    if (dataset.explained_variance)
        stage.err << "epochscope: a recording, shown by its two principal components ("
                  << percent(*dataset.explained_variance)
                  << " of the variance); see epochscope project --help for more" << std::endl;
    return dataset;
}

}  // namespace epochscope::cli
