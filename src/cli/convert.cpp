#include "cli/opening.h"
#include "cli/options.h"
#include "cli/writing.h"

#include <memory>
#include <string>

namespace epochscope::cli {

namespace {

struct ConvertCall {
    Opening opening;
    DatasetFormat to = DatasetFormat::json;
    std::string out;
};

int convert(const ConvertCall& call, const Stage& stage) {
    const Dataset dataset = open(call.opening, stage);
    for (const std::string& warning : dataset.warnings) stage.warn(warning);
    write(dataset, call.to, call.out,
          {{"made_by", "epochscope convert"}, {"from", dataset.name + " (" + dataset.format + ")"}},
          stage, dataset.path);
    return 0;
}

constexpr const char* examples =
    R"(Examples:
  epochscope convert runs/digits --to npy --out runs/digits-npy
  epochscope convert runs/digits-npy --to json --out runs/digits-json

Backgrounds and curves (curves.csv, runs/) are copied as they are, and to npy
images.npy. What info.json says of the source, and keys of your own in it, are
kept. A sample is left out of its own neighbours.)";

}  // namespace

Verb convert_verb() {
    const auto call = std::make_shared<ConvertCall>();
    Verb verb{"convert", "Write a folder in another format.", examples};
    add_opening(verb, call->opening);
    add_options(verb, "Options",
                {{.id = "to",
                  .value = index_of(call->to),
                  .help = "npy: arrays, which open at once and numpy reads. json: "
                          "Sequence-Scatter (data.json). Every float32 is preserved exactly.",
                  .choices = {"json", "npy"},
                  .required = true},
                 epochs_option(call->opening.contents.epochs),
                 out_option(call->out)});
    verb.run = [call](const Stage& stage) { return convert(*call, stage); };
    return verb;
}

}  // namespace epochscope::cli
