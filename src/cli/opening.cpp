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

void add_contents(CLI::App& verb, OpenOptions& contents, bool with_columns) {
    verb.add_option("--labels", contents.labels,
                    "The labels of the samples of a .npy or .npz file of features: another .npy "
                    "or .npz file, or a text with a label a line.")
        ->type_name("FILE");
    verb.add_option("--key", contents.key,
                    "The name of the array of features in a .npz file, if it is not clear.")
        ->type_name("NAME");
    verb.add_option("--labels-key", contents.labels_key,
                    "The name of the array of labels in a .npz file, if it is not clear.")
        ->type_name("NAME");
    if (with_columns)
        verb.add_option("--columns", contents.columns,
                        "The columns of a table of places, if they have other names: KEY=COLUMN "
                        "for x, y, epoch, id, label, prediction and confidence, with commas "
                        "between.")
            ->type_name("KEY=COLUMN,...");
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
    add_contents(verb, opening.contents, true);
}

Dataset open(const Opening& opening, const Stage& stage) {
    check_projection(opening);
    OpenOptions options = opening.contents;
    options.projection = opening.projection;
    Dataset dataset = [&] {
        ProgressBar bar(stage.err, stage.terminal, "reading");
        return open_folder(
            opening.folder, options,
            {.progress = [&](double share) { bar.show(share); }, .stop = stage.stop});
    }();
    if (dataset.explained_variance)
        stage.err << "epochscope: a recording, shown by its two principal components ("
                  << percent(*dataset.explained_variance)
                  << " of the variance); see epochscope project --help for more" << std::endl;
    return dataset;
}

}  // namespace epochscope::cli
