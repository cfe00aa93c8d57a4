#include "cli/writing.h"

#include "cli/progress_bar.h"
#include "cli/values.h"

#include <CLI/CLI.hpp>

namespace epochscope::cli {

void add_new_folder(CLI::App& verb, std::string& folder) {
    verb.add_option("--out", folder,
                    "The folder to write. It must be missing or empty, and "
                    "appears once it is complete.")
        ->type_name("FOLDER")
        ->required();
}

void write(const Dataset& dataset, const std::string& format, const std::string& folder,
           std::map<std::string, std::string> source, const Stage& stage) {
    const DatasetFormat target = format == "npy" ? DatasetFormat::npy : DatasetFormat::json;
    source["version"] = EPOCHSCOPE_VERSION;
    {
        ProgressBar bar(stage.err, stage.terminal, "writing");
        write_dataset(dataset, target, folder, source,
                      {.progress = [&](double share) { bar.show(share); }, .stop = stage.stop});
    }
    for (const std::string& name : left_out(dataset, target))
        stage.err << "epochscope: warning: " << printable(name) << " is left out: " << format
                  << " has no place for it" << std::endl;
    stage.err << "epochscope: " << dataset.series.epoch_count() << " epochs of "
              << dataset.series.sample_count() << " samples in " << printable(folder) << std::endl;
}

}  // namespace epochscope::cli
