#include "cli/opening.h"
#include "cli/values.h"
#include "cli/verb.h"
#include "cli/writing.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>

namespace epochscope::cli {

namespace {

struct ConvertOptions {
    Opening opening;
    std::string to;
    std::string out;
};

int convert(const ConvertOptions& options, const Stage& stage) {
    const Dataset dataset = open(options.opening, stage);
    for (const std::string& warning : dataset.warnings)
        stage.err << "epochscope: warning: " << printable(warning) << std::endl;
    write(dataset, options.to, options.out,
          {{"made_by", "epochscope convert"}, {"from", dataset.name + " (" + dataset.format + ")"}},
          stage);
    return 0;
}

}  // namespace

Action add_convert(CLI::App& program) {
    const auto options = std::make_shared<ConvertOptions>();
    CLI::App* verb = program.add_subcommand("convert", "Write a folder in another format.");
    add_opening(*verb, options->opening);
    verb->add_option("--to", options->to,
                     "npy: arrays, which open at once whatever their size and numpy reads; json: "
                     "Sequence-Scatter (data.json). Every float32 is kept to the bit.")
        ->type_name("json|npy")
        ->check(one_of({"json", "npy"}))
        ->required();
    add_new_folder(*verb, options->out);
    verb->footer(
        "Examples:\n"
        "  epochscope convert runs/digits --to npy --out runs/digits-npy\n"
        "  epochscope convert runs/digits-npy --to json --out runs/digits-json\n"
        "\n"
        "Backgrounds are copied as they are, and to npy images.npy and curves.csv; a\n"
        "sample is left out of its own neighbours.");
    return {.run = [options](const Stage& stage) { return convert(*options, stage); }};
}

}  // namespace epochscope::cli
