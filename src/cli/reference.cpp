#include "cli/reference.h"

#include "cli/values.h"
#include "cli/verb.h"

#include <epochscope/io/output_file.h>
#include <epochscope/model/error.h>

#include <CLI/CLI.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <utility>

namespace epochscope::cli {

namespace {

struct ReferenceCall {
    std::string form;
    std::string out;
    std::string language = "en";
};

OptionEntry entry_of(const CLI::Option& option) {
    const bool is_argument = option.get_positional();
    std::string value = option.get_type_name();
    std::vector<std::string> names = split(option.get_name(is_argument, true));
    if (is_argument && !value.empty()) names = {std::exchange(value, {})};
    return {.names = std::move(names),
            .value = std::move(value),
            .initial = option.get_default_str(),
            .help = option.get_description(),
            .group = option.get_group(),
            .is_argument = is_argument,
            .is_required = option.get_required()};
}

VerbEntry entry_of(const CLI::App& verb) {
    VerbEntry entry{verb.get_name(), verb.get_description(), verb.get_footer(), {}};
    for (const CLI::Option* option : verb.get_options())
        if (!option->get_group().empty()) entry.options.push_back(entry_of(*option));
    return entry;
}

Reference reference_of(const CLI::App& program) {
    Reference reference{entry_of(program)};
    const auto is_shown = [](const CLI::App* verb) { return !verb->get_group().empty(); };
    for (const CLI::App* verb : program.get_subcommands(is_shown))
        reference.push_back(entry_of(*verb));
    return reference;
}

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

Action add_reference(CLI::App& program) {
    const auto call = std::make_shared<ReferenceCall>();
    CLI::App* verb =
        program.add_subcommand("reference", "Write man pages, completions and tables.");
    // For packagers: the main help does not show it.
    verb->group("");
    verb->add_option("form", call->form,
                     "man: manual pages. bash, zsh, fish: completions. markdown: tables of "
                     "options.")
        ->type_name("man|bash|zsh|fish|markdown")
        ->check(one_of({"man", "bash", "zsh", "fish", "markdown"}))
        ->required();
    verb->add_option(
            "--out", call->out,
            "Write into this folder. markdown: renew the tables in the manual's pages that "
            "are in it. Default: standard output.")
        ->type_name("FOLDER");
    verb->add_option("--language", call->language, "Language of the tables.")
        ->type_name("en|zh")
        ->check(one_of({"en", "zh"}))
        ->capture_default_str();
    return {.run = [call, &program](const Stage& stage) {
        return write_reference(reference_of(program), *call, stage);
    }};
}

}  // namespace epochscope::cli
