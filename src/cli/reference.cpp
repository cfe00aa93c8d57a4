#include "cli/reference.h"

#include "cli/options.h"

#include <epochscope/io/output_file.h>
#include <epochscope/model/error.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

struct ReferenceCall {
    std::string form;
    std::string out;
    std::string language = "en";
};

void write(const std::filesystem::path& file, const std::string& text) {
    OutputFile output(file);
    output.write(text);
    output.finish();
}

/// Renews the generated parts of the manual's pages in this folder.
void renew_manual(const Reference& reference, const ReferenceCall& call) {
    for (const std::string& name : generated_pages()) {
        const std::filesystem::path file = std::filesystem::path(call.out) / name;
        std::ifstream input(file);
        if (!input) throw Error(file.string(), "cannot be read");
        const std::string page{std::istreambuf_iterator<char>(input), {}};
        write(file, renewed(reference, name, page, call.language));
    }
}

std::vector<ReferenceFile> files_of(const Reference& reference, const ReferenceCall& call) {
    if (call.form == "man") return man_pages(reference);
    if (call.form == "bash") return {bash_completion(reference)};
    if (call.form == "zsh") return {zsh_completion(reference)};
    if (call.form == "fish") return {fish_completion(reference)};
    return {{"verbs.md", verbs_markdown(reference, call.language)}};
}

int write_reference(const Reference& reference, const ReferenceCall& call, const Stage& stage) {
    if (call.form == "markdown" && !call.out.empty()) {
        renew_manual(reference, call);
        return 0;
    }
    if (!call.out.empty()) std::filesystem::create_directories(call.out);
    for (const ReferenceFile& file : files_of(reference, call)) {
        if (call.out.empty())
            stage.out << file.text;
        else
            write(std::filesystem::path(call.out) / file.name, file.text);
    }
    return 0;
}

}  // namespace

Verb reference_verb(std::vector<Verb> verbs) {
    const auto call = std::make_shared<ReferenceCall>();
    Verb verb{"reference", "Write man pages, completions and tables."};
    add_argument(verb, {.id = "FORM",
                        .value = &call->form,
                        .help = "man: manual pages. bash, zsh, fish: completions. markdown: tables "
                                "of options.",
                        .choices = {"man", "bash", "zsh", "fish", "markdown"},
                        .required = true});
    add_options(verb, "Options",
                {{.id = "out",
                  .value = &call->out,
                  .help = "Write into this folder. markdown: renew the tables in the manual's "
                          "pages that are in it. Default: standard output.",
                  .unit = "FOLDER",
                  .is_written = true},
                 {.id = "language",
                  .value = &call->language,
                  .help = "Language of the tables.",
                  .choices = {"en", "zh"}}});
    verb.run = [call, verbs = std::move(verbs)](const Stage& stage) {
        return write_reference(verbs, *call, stage);
    };
    return verb;
}

}  // namespace epochscope::cli
