#include "cli/opening.h"

#include "cli/progress_bar.h"

#include <epochscope/io/open.h>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <vector>

namespace epochscope::cli {

namespace {

void check_projection(const Opening& opening) {
    const std::vector<std::string> names = list_projections(opening.folder);
    const bool known = std::find(names.begin(), names.end(), opening.projection) != names.end();
    if (known || (opening.projection.empty() && names.size() < 2)) return;
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

void add_opening(CLI::App& verb, Opening& opening) {
    verb.group("Verbs");
    verb.set_help_flag("-h,--help", "This page.");
    verb.set_help_all_flag("");
    verb.add_option("FOLDER", opening.folder, "The dataset's folder.")->required();
    verb.add_option("--projection", opening.projection,
                    "Which projection of a time-travelling-visualizer run: the name of a folder "
                    "under its visualize/. Needed where there are several.")
        ->type_name("NAME");
}

Dataset open(const Opening& opening, const Stage& stage) {
    if (std::filesystem::is_directory(opening.folder)) check_projection(opening);
    ProgressBar bar(stage.err, stage.terminal, "reading");
    return open_dataset(opening.folder, {.projection = opening.projection},
                        {.progress = [&](double share) { bar.show(share); }, .stop = stage.stop});
}

}  // namespace epochscope::cli
