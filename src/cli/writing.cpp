#include "cli/writing.h"

#include "cli/progress_bar.h"

namespace epochscope::cli {

void write(const Dataset& dataset, DatasetFormat format, const std::string& folder,
           std::map<std::string, std::string> source, const Stage& stage,
           const std::string& same_as) {
    source["version"] = EPOCHSCOPE_VERSION;
    with_bar(stage, "writing",
             [&](const Job& job) { write_dataset(dataset, format, folder, source, job, same_as); });
    for (const std::string& name : left_out(dataset, format))
        stage.warn(name + " is left out: " + (format == DatasetFormat::npy ? "npy" : "json") +
                   " has no place for it");
    stage.say(std::to_string(dataset.series.epoch_count()) + " epochs of " +
              std::to_string(dataset.series.sample_count()) + " samples in " + folder);
}

}  // namespace epochscope::cli
